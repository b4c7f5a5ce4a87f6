import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { previousOrder, putInOrder } from '../src/deploy/index.ts';
import { listFiles } from '../src/files.ts';
import { assemble } from '../src/index.ts';
import { sha256 } from '../src/manifest/digest.ts';
import {
  askStamp,
  MANIFEST,
  ORDER_FILE,
  readKnown,
  readOrder,
  readPublicKey,
  readRoots,
  readSecretKey,
  versionText,
} from '../src/manifest/index.ts';
import { readStamp, stampFault } from '../src/manifest/stamp.ts';
import { folderSource, isWhole, verifySite, verifyText } from '../src/verify/index.ts';
import { beside, builtApp, snapshot, workshop } from './fixture.ts';

/** A key that Debian's minisign 0.11 made for these tests and nothing else. */
const KEY = readSecretKey(
  'RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAc/jOUvQ3MKreVmnDdWmMiicvvRurCiOfWQJEeh6Pf/soEsvakukBJDxLwbwDT9kzCGPruxfntGW3s2itKiSp70N0DVCSS3OPAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
);
const PUBLIC = readPublicKey('RWRz+M5S9DcwqjxLwbwDT9kzCGPruxfntGW3s2itKiSp70N0DVCSS3OP');
const ORDER = MANIFEST + ORDER_FILE;

interface Maker {
  readonly outDir: string;
  /** Puts the site together with these words on a page. */
  build(words: string): Promise<void>;
  /** Deploys it after what the folder `live` holds; gives a copy of it as it then stands. */
  deploy(live?: string): Promise<string>;
}

async function maker(key: typeof KEY | undefined = KEY): Promise<Maker> {
  const { dir, appsDir, outDir } = await workshop();
  await builtApp(appsDir, 'anyue');
  let copies = 0;
  return {
    outDir,
    build: async (words) => {
      await beside(appsDir, 'anyue', { 'dist-data/2023/a.md': words });
      await assemble({ appsDir, outDir, manifest: { tools: { node: '24' }, key } });
    },
    deploy: async (live) => {
      const { files } = await listFiles(outDir);
      const digests = new Map<string, string>();
      for (const file of files) digests.set(file, sha256(await readFile(path.join(outDir, file))));
      const previous = live === undefined ? undefined : await previousOrder(...served(live));
      await putInOrder(outDir, { files, digests }, { previous, key });
      copies += 1;
      const copy = path.join(dir, `live-${copies}`);
      await cp(outDir, copy, { recursive: true });
      return copy;
    },
  };
}

/** A folder as a site that answers. */
function served(dir: string): [string, typeof fetch] {
  const get = async (address: string | URL | Request) => {
    const { pathname } = new URL(String(address));
    return readFile(path.join(dir, pathname)).then(
      (bytes) => new Response(bytes),
      () => new Response(null, { status: 404 }),
    );
  };
  return ['https://example.gov.cn/', get];
}

const textOf = async (dir: string, after?: string) =>
  verifyText(
    await verifySite(folderSource(dir), {
      key: PUBLIC,
      ...(after === undefined ? {} : { after: readKnown(after) }),
    }),
  );
const orderOf = (dir: string) => readFile(path.join(dir, ORDER), 'utf8');

/** Three versions of one site, one after another, and a second third one. */
async function history() {
  const { build, deploy } = await maker();
  await build('一');
  const one = await deploy();
  await build('二');
  const two = await deploy(one);
  await build('三');
  const three = await deploy(two);
  await build('另三');
  const fork = await deploy(two);
  return { one, two, three, fork };
}

describe('the order of versions', () => {
  it('numbers what is deployed, each after the one that stood', async () => {
    const { three } = await history();
    const versions = readOrder(await orderOf(three));
    expect(versions.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(versions.at(-1)?.head).toBe(
      sha256(await readFile(path.join(three, MANIFEST, 'index.json'))),
    );
    expect(await textOf(three)).toContain(
      `次序：第 3 次部署，版本号 ${versionText(readKnown(await orderOf(three)))}\n`,
    );
  });

  it('stands in files of its own: what is built again is the same bytes but for them', async () => {
    const { outDir, build, deploy } = await maker();
    await build('一');
    const built = await snapshot(outDir);
    const live = await deploy();
    await build('二');
    await build('一');
    expect(await snapshot(outDir)).toEqual(built);
    const more = Object.keys(await snapshot(live)).filter((file) => !(file in built));
    expect(more).toEqual([`${ORDER}`, `${ORDER}.minisig`]);
  });

  it('counts the same site once, however often it is deployed', async () => {
    const { build, deploy } = await maker();
    await build('一');
    const one = await deploy();
    expect(await orderOf(await deploy(one))).toBe(await orderOf(one));
  });

  it('begins with the site that stood before there was an order', async () => {
    const { build, deploy } = await maker();
    await build('一');
    const old = await deploy();
    await rm(path.join(old, ORDER));
    await build('二');
    const heads = readOrder(await orderOf(await deploy(old))).map(({ head }) => head);
    expect(heads).toEqual([
      sha256(await readFile(path.join(old, MANIFEST, 'index.json'))),
      heads[1],
    ]);
  });

  it('stops a deployment where that of the site cannot be read', async () => {
    const { one } = await history();
    await appendFile(path.join(one, ORDER), '{"number":9}\n');
    await expect(previousOrder(...served(one))).rejects.toThrow(
      /读不到现在的网站的部署次序.*第 2 行不是部署次序的格式.*没有部署/s,
    );
  });
});

describe('verifying after a version that is known', () => {
  it('finds what follows from it, and says so', async () => {
    const { two, three } = await history();
    const text = await textOf(three, await orderOf(two));
    expect(text).toContain('说明：接在已知的第 2 次部署之后，中间没有退回或分开');
    expect(text).toContain('一致：');
    expect(await textOf(three, versionText(readKnown(await orderOf(three))))).toContain(
      '与已知的第 3 次部署是同一版',
    );
  });

  it('tells an old site, signed though it is, from the one that stands', async () => {
    const { two, three } = await history();
    expect(await textOf(two, await orderOf(three))).toContain(
      '错误：网站退回了旧版：现在是第 2 次部署，已知到第 3 次部署\n',
    );
  });

  it('tells two sites of one number apart', async () => {
    const { three, fork } = await history();
    const text = await textOf(fork, await orderOf(three));
    expect(text).toContain('错误：网站另有一份：它的第 3 次部署与已知的不是同一份');
    expect(text).toContain('不一致');
  });

  it('says that nothing was compared where nothing is known', async () => {
    const { three } = await history();
    const text = await textOf(three);
    expect(text).toContain('说明：未与更早的版本比较');
    expect(text).toContain('一致：');
  });

  it('does not let a site leave its order away', async () => {
    const { two, three } = await history();
    await rm(path.join(three, ORDER));
    expect(await textOf(three, await orderOf(two))).toContain(
      '错误：没有部署次序（order.jsonl），不能与已知的版本比较',
    );
    expect(await textOf(three)).toContain('说明：没有部署次序，未与更早的版本比较');
  });
});

describe('an order that was touched', () => {
  const change = async (edit: (text: string) => string) => {
    const { three } = await history();
    await writeFile(path.join(three, ORDER), edit(await orderOf(three)));
    return textOf(three);
  };

  it('does not follow from line to line when one is changed', async () => {
    const turned = (sign: string) => (sign === '0' ? '1' : '0');
    expect(
      await change((text) => text.replace(/(?<="head":")./, (sign) => turned(sign))),
    ).toContain('错误：部署次序（order.jsonl）第 2 行接不上前一行');
  });

  it('is told when it is cut off', async () => {
    expect(await change((text) => text.slice(0, -10))).toContain('最后一行不完整');
    expect(await change((text) => `${text.split('\n').slice(0, 2).join('\n')}\n`)).toContain(
      '的最后一次不是这份清单',
    );
  });

  it('is told when it is signed by nobody, or by another', async () => {
    const { three } = await history();
    const other = await signedByNobody();
    expect(await textOf(other)).toContain('错误：清单没有签名');
    await rm(path.join(three, `${ORDER}.minisig`));
    expect(await textOf(three)).toContain('错误：部署次序没有签名');
    await cp(
      path.join(three, MANIFEST, 'index.json.minisig'),
      path.join(three, `${ORDER}.minisig`),
    );
    expect(await textOf(three)).toContain('错误：部署次序的签名不对：签名与内容不符');
  });
});

async function signedByNobody(): Promise<string> {
  const { build, outDir, deploy } = await maker();
  await build('一');
  for (const file of ['index.json.minisig', 'minisign.pub'])
    await rm(path.join(outDir, MANIFEST, file), { force: true });
  const live = await deploy();
  await rm(path.join(live, `${ORDER}.minisig`), { force: true });
  return live;
}

describe('time stamps, as openssl made them', () => {
  const file = (name: string) => readFile(new URL(`./fixtures/stamp/${name}`, import.meta.url));
  const roots = async (name: string) => readRoots(String(await file(name)));
  const judged = async (name: string, trusted: string) => {
    const head = await file('head.txt');
    const stamp = readStamp(await file(name), head);
    return typeof stamp === 'string' ? stamp : stampFault(stamp, head, await roots(trusted));
  };

  it('hold under the authority that the reader trusts', async () => {
    expect(await judged('good.tsr', 'roots.pem')).toBeUndefined();
  });

  it('do not hold under another, nor where the certificate had expired when it stamped', async () => {
    expect(await judged('good.tsr', 'other-roots.pem')).toBe(
      '时间戳的签名不对，或不是所信任的时间戳服务签发的',
    );
    expect(await judged('expired.tsr', 'roots.pem')).toBe(
      '时间戳服务的证书在盖时间戳时已经过期，或还没有生效',
    );
  });

  it('are over one head and no other, and whole', async () => {
    const good = await file('good.tsr');
    expect(readStamp(good, Buffer.from('{}\n'))).toBe('时间戳不是这份清单的');
    expect(readStamp(good.subarray(0, 900), await file('head.txt'))).toContain('不完整');
    const bent = Buffer.from(good);
    bent[bent.length - 9] = (bent[bent.length - 9] as number) ^ 1;
    const head = await file('head.txt');
    const stamp = readStamp(bent, head);
    if (typeof stamp === 'string') throw new Error(stamp);
    expect(await stampFault(stamp, head, await roots('roots.pem'))).toContain('签名不对');
  });

  it('are asked for over the web, and taken only as the answer to that request', async () => {
    const head = await file('head.txt');
    const answer = await file('good.tsr');
    const asked: Buffer[] = [];
    const server = createServer(async (request, response) => {
      for await (const chunk of request) asked.push(chunk);
      response.setHeader('content-type', 'application/timestamp-reply');
      response.end(answer);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    onTestFinished(() => void server.close());
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`;
    const nonce = Buffer.from('0102030405060708', 'hex');
    expect(Buffer.from(await askStamp(address, head, { nonce })).equals(answer)).toBe(true);
    expect(Buffer.concat(asked).includes(sha256(head), 0, 'hex')).toBe(true);
    await expect(askStamp(address, head)).rejects.toThrow('回答的不是这次的请求');
    await expect(askStamp(address, Buffer.from('x'), { nonce })).rejects.toThrow(
      '时间戳不是这份清单的',
    );
  });

  it('are kept beside the manifest, and judged with it', async () => {
    const { build, outDir } = await maker();
    await build('一');
    const { files } = await listFiles(outDir);
    const answer = await file('good.tsr');
    const stamp = async () => answer;
    await putInOrder(
      outDir,
      { files, digests: new Map() },
      { previous: undefined, key: KEY, stamp },
    );
    const result = await verifySite(folderSource(outDir), { key: PUBLIC });
    expect(result.faults).toEqual(['时间戳不是这份清单的']);
    await rm(path.join(outDir, MANIFEST, 'index.json.tsr'));
    expect(isWhole(await verifySite(folderSource(outDir), { key: PUBLIC }))).toBe(true);
    const trusting = { key: PUBLIC, roots: await roots('roots.pem') };
    expect((await verifySite(folderSource(outDir), trusting)).faults).toEqual([
      '没有时间戳，不能证明何时已有这份清单',
    ]);
  });
});
