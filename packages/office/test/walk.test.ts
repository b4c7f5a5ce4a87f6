import { expect, it } from 'vitest';
import { readWhole } from '../src/index.ts';
import { OfficePackage } from '../src/package.ts';
import { readXlsx } from '../src/xlsx/index.ts';
import { zip } from './files.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, kind: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}" ${more}/>`;

/** A workbook of one sheet with this XML in its sheet and its shared texts. */
const book = (sheet: string, strings = '') =>
  zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="名单" sheetId="1" r:id="s" xmlns:r="r"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('s', 'worksheet', 'worksheets/a.xml')}${relation('t', 'sharedStrings', 't.xml')}</Relationships>`,
    'xl/worksheets/a.xml': `<worksheet>${sheet}</worksheet>`,
    'xl/t.xml': `<sst>${strings}</sst>`,
  });

const searched = async (bytes: Uint8Array) => {
  const found: { text: string; where: string }[] = [];
  await readWhole(
    { name: 'a.xlsx', bytes },
    ({ text, where, again }) => {
      if (again === undefined) found.push({ text, where });
    },
    { megabytes: 1, pdf: () => Promise.reject(new Error('none')) },
  );
  return found;
};
const shown = (bytes: Uint8Array) => readXlsx(bytes, 1).sheets.flatMap(({ rows }) => rows.flat());

it('who takes cells over and who searches them are told the same cells, however these are written', async () => {
  const cells = [
    '<c r="A1" t="s"><v>0</v></c>',
    '<c t="inlineStr"><is><r><t>分开</t></r><r><t>写的</t></r></is></c>',
    '<c r="$D$1" t="str"><f>A1</f><v>算出的</v></c>',
    '<c r="f1" t="s"><v>1</v></c>',
    '<c r="J1" t="inlineStr"><v/><is><t>远处的</t></is></c>',
  ];
  const bytes = book(
    `<sheetData><row>${cells.join('\n')}</row><row hidden="true"><c t="s"><v>2</v></c></row></sheetData>`,
    '<si><t>共用的</t></si><si><r><t>又一</t></r><r><t>段</t></r></si><si><t>藏起的</t></si>',
  );
  const texts = ['共用的', '分开写的', '算出的', '又一段', '远处的'];
  expect(shown(bytes)).toEqual(texts);
  const found = await searched(bytes);
  const columns = ['A', 'B', 'D', 'E', 'J'];
  for (const [index, text] of texts.entries())
    expect(found).toContainEqual({
      text,
      where: `工作表“名单”第 1 行 ${columns[index]} 列`,
    });
  expect(found).toContainEqual({ text: '藏起的', where: '工作表“名单”第 2 行 A 列（隐藏）' });
});

it('how a word is said is not shown, and is searched', async () => {
  const said = '<t>重庆</t><rPh sb="0" eb="2"><t>chongqing</t></rPh>';
  const bytes = book(
    `<sheetData><row><c t="inlineStr"><is>${said}</is></c><c t="s"><v>0</v></c></row></sheetData>`,
    `<si>${said}</si>`,
  );
  expect(shown(bytes)).toEqual(['重庆', '重庆']);
  const found = (await searched(bytes)).map(({ text }) => text).join('\n');
  expect(found.match(/chongqing/g)).toHaveLength(2);
});

it('words that stand in no cell of a sheet are searched, also before an element', async () => {
  const bytes = book('<sheetData><row>行中的字<c><v>1</v></c>行尾的字</row></sheetData>');
  const found = (await searched(bytes)).map(({ text }) => text);
  expect(found).toEqual(expect.arrayContaining(['行中的字', '行尾的字', '1']));
});

it('a relation leads outside in whatever case its mode is written', () => {
  const rels = relation('a', 'image', 'https://example.org/a.png', 'TargetMode="external"');
  const file = new OfficePackage(
    zip({ 'word/_rels/a.xml.rels': `<Relationships>${rels}</Relationships>` }),
    1,
  );
  expect(file.relations('word/a.xml').get('a')).toEqual({
    type: 'image',
    target: 'https://example.org/a.png',
    external: true,
  });
});
