import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { mapAll } from '../map-all.ts';

/** An address outside the site, where it was found. */
export interface ExternalLink {
  readonly url: string;
  /** Path below `content/`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

export interface DeadLink extends ExternalLink {
  /** `HTTP 404`, `域名不存在`. */
  readonly reason: string;
}

export interface LinkBounds {
  /** Addresses asked in one run. */
  readonly most: number;
  /** Milliseconds for one answer. */
  readonly patience: number;
  /** Milliseconds for all; what is left then waits for another night. */
  readonly total: number;
  /** Asked at once; of one host only one at a time. */
  readonly atOnce: number;
}

export const BOUNDS: LinkBounds = { most: 500, patience: 10_000, total: 600_000, atOnce: 8 };

const URL_IN_TEXT = /https?:\/\/[^\s<>"'`()[\]{}|\\^，。；：、！？（）【】《》“”]+/g;

/** Every outside address in a text, with its line. */
export function linksIn(file: string, text: string): ExternalLink[] {
  return text.split('\n').flatMap((words, index) =>
    [...words.matchAll(URL_IN_TEXT)].map(([found]) => ({
      url: found.replace(/[.,;:!?*_~]+$/, ''),
      file,
      line: index + 1,
    })),
  );
}

/**
 * Those that are asked on a day: all of them where they are few, else the part whose turn it is, so that
 * every address has its turn and none is asked twice in a round.
 *
 * @param day `YYYY-MM-DD`
 */
export function turnOf(links: readonly ExternalLink[], day: string, most: number): ExternalLink[] {
  const byUrl = new Map(links.map((link) => [link.url, link]));
  const all = [...byUrl.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
  const rounds = Math.max(1, Math.ceil(all.length / most));
  const turn = Math.floor(Date.parse(day) / 86_400_000) % rounds;
  return all.filter((_link, index) => index % rounds === turn);
}

/** Asks one address, giving why it is dead or nothing. */
export type Probe = (url: string, patience: number) => Promise<string | undefined>;

/** The dead among some links, within bounds. What cannot be told for sure is not called dead. */
export async function deadLinks(
  links: readonly ExternalLink[],
  bounds: LinkBounds = BOUNDS,
  probe: Probe = head,
): Promise<DeadLink[]> {
  const deadline = performance.now() + bounds.total;
  const hosts = new Map<string, ExternalLink[]>();
  for (const link of links.slice(0, bounds.most)) {
    const host = URL.canParse(link.url) ? new URL(link.url).host : '';
    hosts.set(host, [...(hosts.get(host) ?? []), link]);
  }
  const dead: DeadLink[] = [];
  // One after another of a host, so that nobody is rushed.
  const askHost = async (own: readonly ExternalLink[]) => {
    for (const link of own) {
      if (performance.now() > deadline) return;
      const reason = await probe(link.url, bounds.patience);
      if (reason !== undefined) dead.push({ ...link, reason });
    }
  };
  await mapAll([...hosts.values()], askHost, bounds.atOnce);
  return dead.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

const PRIVATE = privateAddresses();
/** All of IPv6 that is given out to the public (RFC 4291, 2.4): the rest is nobody's, or one's own. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');

/** Content is untrusted: it must not make the runner call its own network. */
export async function isOutside(hostname: string): Promise<boolean> {
  const bare = hostname.replace(/^\[|\]$/g, '');
  const found = isIP(bare) ? [{ address: bare }] : await lookup(bare, { all: true });
  return found.every(({ address }) =>
    isIP(address) === 6
      ? GLOBAL.check(address, 'ipv6') && !PRIVATE.check(address, 'ipv6')
      : !PRIVATE.check(address, 'ipv4'),
  );
}

async function head(url: string, patience: number): Promise<string | undefined> {
  if (!URL.canParse(url)) return '不是网址';
  try {
    if (!(await isOutside(new URL(url).hostname))) return '不是公开的网址';
    const answer = await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    return answer.status === 404 || answer.status === 410 ? `HTTP ${answer.status}` : undefined;
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code;
    const code = cause ?? (error as { code?: string }).code;
    // A firewall or a slow line is no proof.
    return code === 'ENOTFOUND' ? '域名不存在' : undefined;
  }
}

function privateAddresses(): BlockList {
  const list = new BlockList();
  const four: [string, number][] = [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ];
  for (const [net, bits] of four) list.addSubnet(net, bits, 'ipv4');
  // Within the public ones: those that hold an address of IPv4 (Teredo, 6to4), and those of examples.
  const six: [string, number][] = [
    ['2001::', 32],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ];
  for (const [net, bits] of six) list.addSubnet(net, bits, 'ipv6');
  return list;
}
