import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitFrontMatter } from '@columns/content';
import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { children, normal, sameWords } from '../src/browser/body/normal.ts';
import { markType, schema, type } from '../src/browser/body/schema.ts';
import { documentOf, openText, saveText } from '../src/browser/body/text.ts';

/*
 * A text that is opened and not touched is the same text. Of one that is touched only the blocks change that
 * were changed, and what is written is read again as what the editor showed.
 */

const CONTENT = join(import.meta.dirname, '../../../content');
const bodies = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => {
    const text = readFileSync(join(CONTENT, path), 'utf8');
    return [path, splitFrontMatter(text)?.body ?? text] as const;
  });

/** Pseudo-random numbers from 0 to 1, the same in each run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = randomNumbers(23);
const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
const some = <T>(least: number, most: number, make: (index: number) => T) =>
  Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, (_, at) => make(at));

const WORDS =
  '各乡镇¦请于¦王**¦李**¦张*明¦138****1234¦N~N元¦N~~N日¦>N周岁¦<N元¦_N_¦__¦***¦*¦**注意：**¦请**务必**¦**¦~~作废。~~¦~¦、¦，¦。¦：¦（N）¦N¦. ¦- ¦+¦=¦`¦#¦|¦！[¦]¦公司¦《**法》¦ ¦　　¦<u>下划</u>¦H<sub>2</sub>O¦<br>¦<b>¦[文](https://a.gov.cn/b)¦![图](x/a.png)¦https://www.gov.cn/a，¦a@b.cn¦www.gov.cn¦[^1]¦[^注]¦&lt;¦&amp;¦\\*¦\\¦&nbsp;'.split(
    '¦',
  );
const STARTS =
  '¦¦¦¦　　¦    ¦# ¦## ¦### #¦##¦- ¦- ¦  - ¦* ¦N. ¦N. ¦   N. ¦N.¦N) ¦2026. 6. ¦> ¦> ¦>¦-¦一、¦（一）¦---¦===¦***¦[^1]: ¦[^注]: ¦    续'.split(
    '¦',
  );
const TABLES = [
  '| 甲 | 乙 |\n| --- | :-: |\n| 王** | a<br>b |\n| 丙 |',
  '甲 | 乙\n- | -\n1 | 2',
  '| 甲 |\n| - |\n| 1 | 2 |',
  '<table>\n<thead>\n<tr>\n<th scope="col" rowspan="2">镇</th>\n<th scope="colgroup" colspan="2">人</th>\n</tr>\n<tr>\n<th scope="col">男</th>\n<th scope="col">女</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>甲</td>\n<td>1&amp;2</td>\n<td>a<br>b <u>c</u></td>\n</tr>\n</tbody>\n</table>',
  '<table><tr><td>甲</td><td>乙\n丙</td></tr></table>',
  '<table>\n<tr><td colspan="2">\n\n**甲**[链](https://a.gov.cn)[^1]\n乙\n\n</td></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>',
  '<table>\n<tr><td colspan="3">甲</td></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>',
  '<table>\n<tr><td>甲</td></tr>\n\n正文\n\n</table>',
  '<div>\n甲\n</div>',
  '<!-- 注 -->',
];
const number = () => String(Math.floor(random() * 1200));
const line = () => (pick(STARTS) + some(1, 6, () => pick(WORDS)).join('')).replaceAll('N', number);
const block = () =>
  random() < 0.15 ? `\n${pick(TABLES)}\n` : line() + (random() < 0.4 ? '\n' : '');
const generated = Array.from({ length: 2_000 }, () => some(1, 8, block).join('\n'));

/** All blocks of a document written anew, and read again. */
function anew(doc: Node): { readonly text: string; readonly read: Node } {
  const text = saveText({ text: '', blocks: [], doc: documentOf([]) }, doc);
  return { text, read: openText(text).doc };
}

function expectSame(doc: Node, source: unknown): void {
  const { text, read } = anew(doc);
  if (sameWords(normal(doc), normal(read))) return;
  expect({ source, text, doc: normal(read).toString() }).toEqual({
    source,
    text,
    doc: normal(doc).toString(),
  });
}

describe('a text that is opened and saved untouched is the same, byte for byte', () => {
  test('every text of all counties', () => {
    expect(bodies.length).toBeGreaterThan(100);
    for (const [path, body] of bodies) {
      const opened = openText(body);
      expect(saveText(opened, opened.doc), path).toBe(body);
    }
  });

  test('and any text that can be typed, with either end of lines', () => {
    for (const text of generated.map((each, at) =>
      at % 2 === 0 ? each : each.replaceAll('\n', '\r\n'),
    )) {
      const opened = openText(text);
      expect(saveText(opened, opened.doc)).toBe(text);
      // Nothing is passed over: what is no block is white space.
      const between = opened.blocks.reduce(
        (rest, { from, to }) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to),
        text,
      );
      expect(between, text).toMatch(/^[ \t\r\n]*$/);
    }
  });
});

describe('what is written anew is read as what the editor showed', () => {
  test('every text of all counties', () => {
    for (const [path, body] of bodies) expectSame(openText(body).doc, path);
  });

  test('any text that can be typed', () => {
    for (const text of generated.slice(0, 800)) expectSame(openText(text).doc, text);
  });

  test('any document that the editor can hold', () => {
    for (let round = 0; round < 300; round += 1) expectSame(anyDocument(), round);
  });
});

describe('of a text in which one block is changed, only that block’s bytes change', () => {
  /** The block with one more word at the end of its first words; nothing where it has none. */
  function changed(node: Node): Node | undefined {
    if (node.type.name === 'source') return undefined;
    if (node.isTextblock) return node.copy(node.content.append(Fragment.from(schema.text('改'))));
    for (const [at, child] of children(node).entries()) {
      const inside = changed(child);
      if (inside) return node.copy(node.content.replaceChild(at, inside));
    }
    return undefined;
  }

  function check(text: string, at: number): void {
    const opened = openText(text);
    const block = opened.blocks[at];
    const other = block && changed(block.node);
    if (!block || !other) return;
    const doc = opened.doc.copy(opened.doc.content.replaceChild(at, other));
    const saved = saveText(opened, doc);
    expect(saved.slice(0, block.from), text).toBe(text.slice(0, block.from));
    expect(saved.slice(saved.length - (text.length - block.to)), text).toBe(text.slice(block.to));
  }

  test('in every text of all counties', () => {
    for (const [, body] of bodies)
      for (let at = 0; at < openText(body).blocks.length; at += 11) check(body, at);
  });

  test('in texts of any lines whose blocks stand apart', () => {
    for (const text of generated.slice(800, 1_100)) {
      // Blocks without an empty line between may hang together.
      const apart = openText(text)
        .blocks.map(({ from, to }) => text.slice(from, to).replace(/^[ \t]+/, ''))
        .join('\n\n\n');
      check(apart, Math.floor(random() * 4));
    }
  });
});

describe('what an officer sees as one thing is written as the dialect has it', () => {
  const rewritten = (text: string) => anew(openText(text).doc).text;

  test.each([
    ['王**、李**各500~1000元，期限3~6个月'],
    ['5. 甲\n7. 乙\n6. 丙'],
    ['- 甲\n- 乙\n  1. 丙\n  2. 丁'],
    ['1. 甲\n\n2. 乙'],
    ['**注意：**请\n联系人：李某'],
    ['| 镇 | 人 |\n| --- | --: |\n| 甲<br>乙 | 1 |'],
    ['正文[^1]。\n\n[^1]: 注'],
    ['见[办法](../办法/)和 https://www.gov.cn/a，另行通知'],
    ['![旧址照片](x/a.png)'],
    ['> 引文\n>\n> 又一段'],
  ])('%s is written so', (text) => expect(rewritten(text)).toBe(text));

  test('merged cells by tags, what tags cannot say between empty lines', () => {
    const table = openText('| 镇 | 说明 |\n| --- | --- |\n| 甲 | 见[办法](a)，**必须** |').doc;
    const [head, row] = children(table.child(0));
    const wide = type('table_header').create({ colspan: 2 }, head?.child(0).content);
    const merged = table.copy(
      Fragment.from(
        table.child(0).copy(Fragment.from([head?.copy(Fragment.from(wide)) as Node, row as Node])),
      ),
    );
    expect(anew(merged).text).toBe(
      '<table>\n<thead>\n<tr>\n<th colspan="2" scope="colgroup">镇</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>甲</td>\n<td>\n\n见[办法](a)，**必须**\n\n</td>\n</tr>\n</tbody>\n</table>',
    );
  });

  test.each([
    ['<table>\n<tr><td><table><tr><td>甲</td></tr></table></td></tr>\n</table>'],
    ['<div>\n甲\n</div>'],
    ['| 甲 |\n| - |\n| 1 | 2 |'],
    ['<Tip title="提示">\n\n甲\n\n</Tip>'],
  ])('%s stays as source, whatever stands beside it is changed', (text) => {
    const opened = openText(`前\n\n${text}\n\n后`);
    const first = type('paragraph').create(null, schema.text('改'));
    const saved = saveText(opened, opened.doc.copy(opened.doc.content.replaceChild(0, first)));
    expect(saved).toBe(`改\n\n${text}\n\n后`);
    expect(opened.blocks.some(({ node }) => node.type.name === 'source')).toBe(true);
  });
});

/** A document such as no text may have said: marks on any signs, empty blocks, lists of anything. */
function anyDocument(): Node {
  const marks = ['strong', 'del', 'u', 'sub', 'sup', 'link'];
  const text = () => {
    const value = some(1, 3, () => pick(WORDS))
      .join('')
      .replaceAll('N', number);
    const own = some(0, 2, () => pick(marks)).reduce<readonly Mark[]>((set, name) => {
      const attrs =
        name === 'link' ? { href: pick(['a(b', 'https://a.gov.cn/?a=1&b=2', '']) } : null;
      return markType(name).create(attrs).addToSet(set);
    }, []);
    return schema.text(value, random() < 0.5 ? [] : own);
  };
  const word = () => {
    const sort = random();
    if (sort < 0.06)
      return type('image').create({ src: pick(['x/a b.png', 'x/(1).png']), alt: pick(WORDS) });
    return sort < 0.12 ? type('note_ref').create({ label: '1' }) : text();
  };
  const line = () => some(0, 4, word);
  const paragraph = () =>
    type('paragraph').create(
      null,
      some(1, 3, (at) => (at === 0 ? line() : [type('hard_break').create(), ...line()])).flat(),
    );
  const cell = (head: boolean, attrs: object) =>
    type(head ? 'table_header' : 'table_cell').create(
      attrs as Record<string, unknown>,
      some(1, 2, () => type('cell_line').create(null, line())),
    );
  const table = () => {
    const width = 2 + Math.floor(random() * 2);
    const isMerged = random() < 0.5;
    const rows = some(1, 3, (row) =>
      type('table_row').create(
        null,
        isMerged && row === 0
          ? [cell(random() < 0.7, { colspan: width })]
          : Array.from({ length: width }, () => cell(row === 0, {})),
      ),
    );
    return type('table').create(null, rows);
  };
  const list = (depth: number): Node => {
    const ordered = random() < 0.5;
    const items = some(1, 3, () =>
      type('list_item').create({ number: ordered ? Number(number()) % 1_000 : null }, [
        paragraph(),
        ...(depth < 2 && random() < 0.3 ? [inner(depth + 1)] : []),
      ]),
    );
    return type(ordered ? 'ordered_list' : 'bullet_list').create({ loose: random() < 0.3 }, items);
  };
  const inner = (depth: number): Node => {
    const sort = random();
    if (sort < 0.5) return paragraph();
    if (sort < 0.75) return list(depth);
    if (sort < 0.85) return table();
    return type('blockquote').create(
      null,
      some(1, 2, () => paragraph()),
    );
  };
  const blocks = some(1, 5, () => {
    const sort = random();
    if (sort < 0.15) return type('heading').create({ level: 1 + Math.floor(random() * 6) }, line());
    if (sort < 0.2) return type('rule').create();
    return inner(0);
  });
  return documentOf([...blocks, type('note').create({ label: '1' }, paragraph())]);
}
