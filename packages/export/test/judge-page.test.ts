import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type GivenPage, judgePage, readKnown } from '../src/manifest/index.ts';
import { signedBy } from './minisign.ts';

const hex = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const digest = async (bytes: Uint8Array) => hex(bytes);
const bytes = (text: string) => new TextEncoder().encode(text);

const PATH = 'anyue/2026/a/index.html';
const PAGE = '<!doctype html><p>公示</p>';

/** What a site gives of its page; `change` is done to it after all was listed and signed. */
function given(
  change: Partial<GivenPage> = {},
  { path = PATH, key = signedBy() }: { path?: string; key?: ReturnType<typeof signedBy> } = {},
): GivenPage {
  const part = bytes(`# content/anyue/a.md ${'0'.repeat(64)}\n${hex(PAGE)}  ${path}\n`);
  const listed = [{ file: 'anyue/2026.sha256', sha256: hex(part), files: 1 }];
  const head = bytes(JSON.stringify({ format: 1, base: '/', tools: {}, parts: listed }));
  return {
    page: bytes(PAGE),
    path: PATH,
    partFile: 'anyue/2026.sha256',
    part,
    head,
    signature: key.sign(head),
    key: key.text,
    ...change,
  };
}

const judged = (one: GivenPage) => judgePage(one, digest);

describe('a page as its manifest lists it', () => {
  test('is proved to be signed by the key that the site shows, and by no publisher', async () => {
    const key = signedBy();
    const { state, text } = await judged(given({}, { key }));
    expect(state).toBe('signed');
    expect(text).toContain(`由公钥 ${key.line} 签名`);
    expect(text).toContain('公钥和核对程序都来自本网站');
    expect(text).toContain('不证明是谁发布');
  });

  test('without a signature fits its manifest and no more', async () => {
    const { state, text } = await judged(given({ signature: undefined, key: undefined }));
    expect(state).toBe('proven');
    expect(text).toContain('清单没有签名');
    expect(text).toContain('能改网页的人也能改清单');
  });

  test('with a signature that no key was given for fits its manifest and no more', async () => {
    const { state, text } = await judged(given({ key: undefined }));
    expect(state).toBe('proven');
    expect(text).toContain('没有给出公钥');
  });
});

describe('nothing is proved', () => {
  const other = signedBy();
  test.each<[what: string, change: () => GivenPage, said: string]>([
    ['of a page with one sign more', () => given({ page: bytes(`${PAGE} `) }), '这一页与清单不符'],
    [
      'of a part with one line more',
      () => given({ part: bytes(`${hex(PAGE)}  ${PATH}\n`) }),
      '与总表不符',
    ],
    ['of a part that is not there', () => given({ part: undefined }), '没有列出这一页的那一部分'],
    [
      'of a part that the head does not name',
      () => given({ partFile: 'anyue/2025.sha256' }),
      '没有列出这一页的那一部分',
    ],
    [
      'of a page whose path only ends as a listed one',
      () => given({}, { path: `x/${PATH}` }),
      '清单没有列出这一页',
    ],
    ['of a head that was written anew', () => given({ head: bytes('{}') }), '签名与内容不符'],
    [
      'of a head without its parts, unsigned',
      () => given({ head: bytes('[]'), signature: undefined, key: undefined }),
      '校验清单读不懂',
    ],
    ['by a key of somebody else', () => given({ key: other.text }), '签名用的是另一把密钥'],
    [
      'where the signature was taken away and the key was forgotten',
      () => given({ signature: undefined }),
      '网站有公钥，清单却没有签名',
    ],
    ['by something that is no key', () => given({ key: '没有' }), '不是 minisign 的公钥'],
    [
      'by something that is no signature',
      () => given({ signature: '没有' }),
      '不是 minisign 的格式',
    ],
  ])('%s', async (_, change, said) => {
    const { state, text } = await judged(change());
    expect(state).toBe('altered');
    expect(text).toContain(said);
    expect(text).toContain('仍是这样的请告诉发布单位');
  });

  test('of a site without a manifest, and it is no fault of the page', async () => {
    const { state, text } = await judged(given({ head: undefined, part: undefined }));
    expect(state).toBe('unknown');
    expect(text).toMatch(/^不能核对/);
  });
});

describe('the place of a site in its order', () => {
  const key = signedBy();
  /** The page of a site that was deployed so many times, and what was shown of it before. */
  const placed = (heads: readonly string[], change: Partial<GivenPage> = {}) => {
    const one = given({}, { key });
    let text = '';
    for (const head of [...heads, hex(one.head ?? '')]) {
      const lines = text.split('\n').slice(0, -1);
      const previous = lines.length === 0 ? {} : { previous: hex(`${lines.at(-1)}\n`) };
      text += `${JSON.stringify({ number: lines.length + 1, head, ...previous })}\n`;
    }
    const order = bytes(text);
    return { ...one, order, orderSignature: key.sign(order), ...change };
  };
  const [one, two, other] = ['1', '2', '3'].map((sign) => sign.repeat(64)) as [
    string,
    string,
    string,
  ];
  const seenOf = async (page: GivenPage) => readKnown((await judged(page)).seen ?? '');

  test('is compared with nothing where the site has none, and the page says so', async () => {
    const { state, text, seen } = await judged(given());
    expect(state).toBe('signed');
    expect(text).toContain('没有部署次序，未与更早的版本比较');
    expect(seen).toBeUndefined();
  });

  test('is compared with nothing the first time, and kept for the next', async () => {
    const { state, text, seen } = await judged(placed([one]));
    expect(state).toBe('signed');
    expect(text).toContain('这是第 2 次部署，本机第一次核对，未与更早的版本比较');
    expect(readKnown(seen ?? '').number).toBe(2);
  });

  test('is the one seen before, or follows from it', async () => {
    const known = await seenOf(placed([one]));
    const same = await judged(placed([one], { known }));
    expect(same.text).toContain('与本机上次核对的第 2 次部署是同一版');
    const link = hex(`${JSON.stringify({ number: 1, head: one })}\n`);
    const later = await judged(placed([one, two], { known: { number: 1, link } }));
    expect(later).toMatchObject({ state: 'signed' });
    expect(later.text).toContain('接在本机上次核对的第 1 次部署之后，没有退回或分开');
    expect(readKnown(later.seen ?? '').number).toBe(3);
  });

  test.each<[what: string, page: () => Promise<GivenPage>, said: string]>([
    [
      'goes back',
      async () => placed([one], { known: await seenOf(placed([one, two])) }),
      '网站退回了旧版：现在是第 2 次部署，已知到第 3 次部署',
    ],
    [
      'is another one for some readers',
      async () => placed([one, other], { known: await seenOf(placed([one, two])) }),
      '网站另有一份：它的第 3 次部署与已知的不是同一份',
    ],
    [
      'leaves its order away',
      async () => placed([one], { order: undefined, known: await seenOf(placed([one])) }),
      '没有部署次序（order.jsonl），不能与已知的版本比较',
    ],
    [
      'has an order of other versions',
      async () => placed([one], { order: bytes(`{"number":1,"head":"${one}"}\n`) }),
      '的最后一次不是这份清单',
    ],
    [
      'has an order that is cut off',
      async () => placed([one], { order: placed([one]).order?.subarray(0, -3) }),
      '最后一行不完整',
    ],
    [
      'has an order that somebody else signed',
      async () => placed([one], { orderSignature: signedBy().sign(bytes('x')) }),
      '部署次序的签名不对',
    ],
  ])('is told, and nothing is kept of it, when the site %s', async (_, page, said) => {
    const { state, text, seen } = await judged(await page());
    expect(state).toBe('altered');
    expect(text).toContain(said);
    expect(text).toMatch(/^[^。]+。$/);
    expect(seen).toBeUndefined();
  });

  test('is told to be unsigned beside a signed manifest', async () => {
    const { text } = await judged(placed([one], { orderSignature: undefined }));
    expect(text).toContain('部署次序没有签名');
  });
});

test('what is found is said in one sentence', async () => {
  const all = [
    given(),
    given({ signature: undefined, key: undefined }),
    given({ page: bytes('x') }),
  ];
  for (const one of all) expect((await judged(one)).text).toMatch(/^[^。]+。$/);
});
