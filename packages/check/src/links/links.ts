import type { EntryReading } from '@columns/content';
import { linkTarget } from '@columns/content/markdown';

type Link = EntryReading['links'][number];

/** A link that a reader cannot see, or that leads elsewhere than it says. */
export interface LinkFault {
  readonly rule: 'safety/hidden-link' | 'safety/misleading-link' | 'links/unlisted-host';
  readonly link: Link;
  readonly value: string;
  readonly other?: string;
}

/** What is wrong with the links of a text; `hosts` are the names that may be linked to. */
export function linkFaults(links: readonly Link[], hosts: readonly string[]): LinkFault[] {
  const defined = links.filter(({ text, image }) => text === undefined && !image);
  return links.flatMap((link): LinkFault[] => {
    const outside = linkTarget(link.url) === 'outside';
    const definition = defined.includes(link);
    if (!definition && !link.image && isUnseen(link.text ?? '')) {
      return [{ rule: 'safety/hidden-link', link, value: link.url }];
    }
    if (!outside) return [];
    const url = URL.parse(link.url);
    if (!url) return [];
    const shown = shownAddress(link.text ?? '');
    if (url.username !== '' || (shown !== undefined && !sameSite(shown, url.hostname))) {
      const other = shown ?? (link.text || link.url);
      return [{ rule: 'safety/misleading-link', link, value: url.hostname, other }];
    }
    if (isListed(url.hostname, hosts)) return [];
    return [{ rule: 'links/unlisted-host', link, value: url.hostname }];
  });
}

/** Nothing that a reader would notice or could press: spaces, unseen signs, a dot or a dash. */
function isUnseen(text: string): boolean {
  return !/[\p{Letter}\p{Number}]/u.test(text.replaceAll(/[\u115f\u1160\u3164\uffa0]/g, ''));
}

/** The site that a link's text says it leads to, where the text is an address. */
function shownAddress(text: string): string | undefined {
  const match = /^\s*(?:https?:\/\/|(?=www\.))([\w.-]+\.[a-z]{2,})/i.exec(text);
  return match?.[1]?.toLowerCase();
}

function sameSite(shown: string, host: string): boolean {
  const bare = (name: string) => name.replace(/^www\./, '');
  return bare(shown) === bare(host);
}

function isListed(host: string, hosts: readonly string[]): boolean {
  return hosts.some((name) => host === name || host.endsWith(`.${name}`));
}
