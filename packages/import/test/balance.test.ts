import type { Handlers } from '@columns/office/fixture-handlers';
import { OFFICE_HANDLERS } from '@columns/office/fixture-handlers';
import { PLACES } from '@columns/office/fixture-places';
import { paperOfPdf } from '@columns/office/pdf-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { charactersOf, balanceOf as weigh } from '../src/balance/balance.ts';
import { heldByEntry, heldByRemark } from '../src/balance/held.ts';
import type { Balance } from '../src/balance/index.ts';
import { countPdf, countSource } from '../src/balance/index.ts';
import { PageReader } from '../src/read/html.ts';
import { MarkdownReader } from '../src/read/markdown/blocks.ts';
import { LINES } from '../src/read/text.ts';
import { toMarkdown } from '../src/write/markdown.ts';
import {
  BLOCKS,
  documentWith,
  FULL_MARKDOWN,
  FULL_PAGE,
  FULL_TEXT,
  fullFixedPages,
  fullSlides,
  fullWorkbook,
  IN_DRAWING,
  IN_RUN,
  INLINE,
  PDF_ANSWER,
  Words,
} from './everything.ts';
import { figures } from './figures.ts';
import { Place } from './fixture.ts';
import { PNG } from './office.ts';

const SET = { published: '2026-01-05', title: '关于示例事项的通知' };

async function balanceOf(name: string, content: string | Uint8Array): Promise<Balance> {
  const { outcomes } = await new Place({ [name]: content }).report({ set: SET });
  const found = outcomes.find(({ balance }) => balance !== undefined);
  if (!found?.balance) throw new Error(JSON.stringify(outcomes));
  return found.balance;
}

const places = Object.entries({ ...INLINE, ...IN_RUN, ...IN_DRAWING });

/** A document with these places, each with a text of its own. */
function documentOf(
  inline: readonly (readonly [string, (text: string, id: string) => string])[],
  blocks: readonly (readonly [string, (text: string, id: string) => string])[],
): Uint8Array {
  const words = new Words();
  const ids: [string, string][] = [];
  const made = (make: (text: string, id: string) => string) => {
    const text = words.take();
    const id = String(ids.length + 1);
    ids.push([id, text]);
    return make(text, id);
  };
  const body = [
    ...inline.map(([, make]) => `<w:p>${made(make)}</w:p>`),
    ...blocks.map(([, make]) => made(make)),
  ].join('');
  return documentWith(body, ids, PNG);
}

const everyPlace = () =>
  documentOf(
    [...Object.entries(INLINE), ...Object.entries(IN_RUN), ...Object.entries(IN_DRAWING)],
    Object.entries(BLOCKS),
  );

const FULL: Readonly<Record<string, () => string | Uint8Array>> = {
  docx: everyPlace,
  xlsx: fullWorkbook,
  pptx: () => fullSlides(PNG),
  ofd: fullFixedPages,
  html: () => FULL_PAGE,
  md: () => FULL_MARKDOWN,
  txt: () => FULL_TEXT,
};

describe('a file with something in every place is balanced', () => {
  test.each(Object.entries(FULL))('%s', async (extension, make) => {
    const { source, inEntry, leftOut, unhandled } = await balanceOf(`a.${extension}`, make());
    expect(unhandled.texts).toEqual([]);
    const out = leftOut.reduce((sum, { characters }) => sum + characters, 0);
    expect(source).toBe(inEntry + out);
    expect(inEntry).toBeGreaterThan(20);
  });
});

describe('how much a file holds is the same whether an entry is made of it or not', () => {
  test.each(Object.entries(FULL))('%s', (extension, make) => {
    const content = make();
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const type = { md: 'markdown', txt: 'text' }[extension] ?? extension;
    const source = countSource(type, bytes, 50) ?? [];
    expect(charactersOf(source)).toBeGreaterThan(20);
    const half = source.slice(0, source.length / 2).map(({ text }) => text);
    for (const texts of [[], half])
      expect(
        weigh(source, [
          { reason: undefined, texts, cells: [], links: texts, pictures: 1, signs: 0 },
        ]).source,
      ).toBe(charactersOf(source));
  });
});

describe('a reader that does nothing with something is found out by the balance', () => {
  const IMPORT_HANDLERS: Readonly<Record<string, Handlers>> = {
    'html, box': { table: PageReader.blocks, nothing: [] },
    'html, line': { table: PageReader.inline, nothing: [] },
    'md, block': { table: MarkdownReader.blocks, nothing: [] },
    'md, line': { table: MarkdownReader.inline, nothing: [] },
    'txt, line': { table: LINES, nothing: [] },
  };
  /** What has no characters of its own, or is read elsewhere too: a page's headline. */
  const WITHOUT_SIGNS = new Set(
    `docx, body: sdtContent;docx, paragraph: sdtContent;docx, paragraph: commentRangeStart;
    docx, run: instrText;docx, run: tab;docx, run: ptab;docx, run: br;docx, run: cr;
    xlsx, beside the cells: oleObject;xlsx, beside the cells: package;xlsx, beside the cells: ctrlProp;
    xlsx, beside the cells: control;html, line: br;html, box: h1;pptx, line: br;ofd, page: CompositeObject;md, block: thematicBreak;md, line: break;md, line: html`
      .split(';')
      .map((each) => each.trim()),
  );
  /** What is in no entry: by nobody's word, or told by the reader, which knows that it did not read it. */
  const left = ({ unhandled, leftOut }: Balance): number =>
    leftOut.reduce((sum, { characters }) => sum + characters, unhandled.characters);
  const cases = Object.entries({ ...OFFICE_HANDLERS, ...IMPORT_HANDLERS }).flatMap(
    ([where, { table, nothing }]) =>
      Object.keys(table)
        .map((name) => ({ name: `${where}: ${name}`, key: name, table, nothing }))
        .filter(({ name }) => !WITHOUT_SIGNS.has(name) && !name.startsWith('pdf')),
  );

  test.each(cases)('$name', async ({ name, key, table, nothing }) => {
    const extension = name.split(',', 1)[0] ?? '';
    const own = table[key];
    onTestFinished(() => {
      table[key] = own;
    });
    const make = FULL[extension];
    if (!make) throw new Error(extension);
    const before = left(await balanceOf(`a.${extension}`, make()));
    table[key] = () => nothing;
    const { outcomes } = await new Place({ [`a.${extension}`]: make() }).report({ set: SET });
    const [{ balance: after, failure } = {}] = outcomes;
    // A file of which nothing was read is refused, and that is told.
    if (after === undefined) expect(failure?.code).toBe('no-text');
    else expect(after.unhandled.characters > 0 || left(after) > before).toBe(true);
  });
});

describe('each word is held against the place where it stands', () => {
  const held = (texts: readonly string[], reason?: string, cells: readonly string[] = []) => ({
    reason,
    texts,
    cells,
    links: texts,
    pictures: 0,
    signs: 0,
  });
  const text = (words: string) => ({ sort: 'text' as const, text: words, where: '网页' });

  test('the name of a site is not taken out of the sentences that name it', () => {
    const name = '示例县人民政府';
    const sentence = `2017年5月19日，《${name}办公室关于征收土地的意见》（示政办发〔2017〕3号）印发。`;
    const around = '各乡镇要按季度上报进展情况，认真核对有关数据。'.repeat(10);
    const site = held([name, '首页'], '网页正文之外的文字没有写入');
    const { unhandled } = weigh(
      [text(name), text('首页'), text(around), text(sentence), text(around)],
      [held([`${around}\n\n${sentence}\n\n${around}`]), site],
    );
    expect(unhandled.texts).toEqual([]);
  });

  test('a number may be shown by a word or a dash, and not by a cell that repeats words', () => {
    const number = (value: string) => ({ sort: 'number' as const, text: value, where: 'A1' });
    const cell = { sort: 'cell' as const, text: '合计', where: 'A1' };
    const lost = (cells: readonly string[]) =>
      weigh([cell, number('0'), number('1')], [held([], undefined, cells)]).unhandled.texts.length;
    expect(lost(['合计', '-', '男'])).toBe(0);
    expect(lost(['合计', '合计', '合计'])).toBe(2);
    const dash = { ...cell, text: '-' };
    const dashes = held([], undefined, ['-', '-']);
    expect(weigh([dash, number('0')], [dashes]).unhandled.texts).toEqual([]);
  });

  test.each(['2026-05-29', '2026/5/29', '2026年5月29日', '2026年5月', '29-5月-26'])(
    'a number may be the day %s of a line',
    (day) => {
      const number = { sort: 'number' as const, text: '46171', where: 'B1' };
      expect(weigh([number], [held([`填报日期：\n\n${day}`])]).unhandled.texts).toEqual([]);
      expect(weigh([number], [held(['填报日期：\n\n昨天'])]).unhandled.characters).toBe(1);
    },
  );

  test('bars alone on a line are words, and no rule of a table', () => {
    const entry = heldByEntry(new Map([['a.md', '|||\n\n| 村 |\n| --- |\n| 甲 |']]));
    expect(weigh([text('|||')], [entry]).unhandled.texts).toEqual([]);
    const rule = heldByEntry(new Map([['a.md', '| --- | --- |']]));
    expect(weigh([text('|||')], [rule]).unhandled.characters).toBe(3);
  });

  test('words that a table strikes out are those of its cell, whatever other cells begin like it', () => {
    const cell = (words: string) => ({ sort: 'cell' as const, text: words, where: 'A1' });
    const cells = ['标准为（已划去：二百元）三百元', '标准为二百五十元'];
    const { unhandled } = weigh(
      [cell('标准为二百元三百元'), cell('标准为二百五十元')],
      [held([], undefined, cells)],
    );
    expect(unhandled.texts).toEqual([]);
  });

  test('a logical value may be part of a head of several lines', () => {
    const number = (value: string) => ({ sort: 'number' as const, text: value, where: 'A1' });
    const entry = held(['2：否', '1：是']);
    expect(weigh([number('0'), number('1')], [entry]).unhandled.texts).toEqual([]);
  });

  test('an address is found by what is shown of it', () => {
    const link = (address: string) => ({ sort: 'link' as const, text: address, where: '正文' });
    const there = [link('http://example.gov.cn/'), link('mailto:a@example.gov.cn')];
    const told = held(['见 http://example.gov.cn 或 a@example.gov.cn']);
    expect(weigh(there, [told]).unhandled.texts).toEqual([]);
    expect(weigh(there, [held(['见上'])]).unhandled.characters).toBe(2);
    const broken = held(['http://example.gov.cn/100% http://example.gov.cn/a%20b']);
    expect(weigh([link('http://example.gov.cn/a%20b')], [broken]).unhandled.texts).toEqual([]);
  });

  test('figures that stand alone in the cells of a row are found, and are not one number', () => {
    const lost = (entry: string, ...words: string[]) =>
      weigh(words.map(text), [held([entry])]).unhandled.texts;
    expect(lost('| 2 | 2 | 人 | 2 |', '2', '2', '2', '人')).toEqual([]);
    expect(
      lost('| 1 | 5 | 人 |\n\n共 15 户，1人', '15', '1', '5', '1人', '共', '户，', '人'),
    ).toEqual([]);
    expect(lost('| 1 | 5 | 人 |', '15', '1', '5', '人')).not.toEqual([]);
  });

  test('a dash or a number that begins a cell is a word of it', () => {
    const entry = heldByEntry(new Map([['a.md', '<td>- 车辆</td>\n<td>10. 房屋</td>\n\n1. 条目']]));
    const { unhandled } = weigh([text('-车辆'), text('10.房屋'), text('条目')], [entry]);
    expect(unhandled.texts).toEqual([]);
  });
});

describe('a PDF is balanced by the text of its pages and what stands beside it', () => {
  const { table, nothing } = OFFICE_HANDLERS['pdf, page'] as Handlers;
  const lost = () => {
    const { blocks, notes, remarks } = paperOfPdf(PDF_ANSWER, () => false);
    const { text } = toMarkdown(blocks, { id: 'a', notes });
    const held = [heldByEntry(new Map([['a.md', text]])), ...remarks.map(heldByRemark)];
    return weigh(countPdf(PDF_ANSWER), held).unhandled.texts.map(({ text: words }) => words);
  };

  test('everything is accounted for', () => {
    expect(lost()).toEqual([]);
  });

  test.each([
    [
      'beside',
      [
        'money',
        '300yuan',
        '此处请核实',
        'https://example.gov.cn/a',
        'bf8e12c1-f26d-4e02-9912-885561a0c56a',
      ],
    ],
    ['numbers', ['-1-', '-2-']],
  ])('without %s it is not', (key, words) => {
    const own = table[key];
    onTestFinished(() => {
      table[key] = own;
    });
    table[key] = () => nothing;
    expect(lost().sort()).toEqual(words.sort());
  });
});

describe('generated documents are balanced', () => {
  test.each(Array.from({ length: 24 }, (_, index) => index + 1))(
    'with places and depths as %i has it',
    async (seed) => {
      const pick = figures(seed);
      const blocks = Object.entries(BLOCKS);
      const some = <T>(list: readonly T[], count: number): T[] =>
        Array.from({ length: count }, () => list[pick(list.length)] as T);
      /** A place inside another one, where that holds runs. */
      const nested = some(places, 8).map(([name, make]) => {
        const [outer] = some(Object.entries(NESTING), 1);
        return [name, (text: string, id: string) => outer?.[1](make(text, id)) ?? ''] as const;
      });
      const content = documentOf([...some(places, 12), ...nested], some(blocks, 6));
      expect((await balanceOf('a.docx', content)).unhandled.texts).toEqual([]);
    },
  );

  const NESTING: Readonly<Record<string, (inner: string) => string>> = {
    ins: (inner) => `<w:ins>${inner}</w:ins>`,
    sdt: (inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`,
    hyperlink: (inner) => `<w:hyperlink w:anchor="a">${inner}</w:hyperlink>`,
    box: (inner) =>
      `<w:r><w:drawing><wps:txbx><w:txbxContent><w:p>${inner}</w:p></w:txbxContent></wps:txbx></w:drawing></w:r>`,
  };
});

describe('what stands in any place of a file is in the entry or in the report', () => {
  const readable = Object.keys(PLACES).filter((name) => /^(?:docx|xlsx|html|csv|txt)/.test(name));

  test.each(readable)('%s', async (name) => {
    const sample = PLACES[name]?.('示例文字甲乙丙');
    if (!sample) throw new Error(name);
    const place = new Place({ [sample.name]: sample.bytes });
    const { outcomes } = await place.report({ set: SET });
    const { balance, remarks = [], failure } = outcomes[0] ?? {};
    // A file that is refused is told as a whole.
    if (failure && !balance) return;
    const told = remarks.filter(({ sort }) => sort === 'unhandled').map(({ text }) => text);
    for (const { text } of balance?.unhandled.texts ?? []) expect(told.join()).toContain(text);
  });
});

test('what a file holds and nobody accounts for is told by its words and its place', async () => {
  const own = PageReader.blocks['table'];
  onTestFinished(() => {
    if (own) PageReader.blocks['table'] = own;
  });
  PageReader.blocks['table'] = () => [];
  const place = new Place({ 'a.html': FULL_PAGE });
  const { outcomes } = await place.report({ set: SET });
  const told = outcomes[0]?.remarks.filter(({ sort }) => sort === 'unhandled') ?? [];
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('“寄宿”（网页）');
});
