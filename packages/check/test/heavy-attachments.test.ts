import { compound, word, workbook } from '@columns/office/fixture';
import { afterEach, describe, expect, it } from 'vitest';
import { AttachmentReader } from '../src/attachments/index.ts';
import { settingsFor } from '../src/settings/index.ts';

const limits = settingsFor().thresholds;
/** Made up. */
const MOBILE = '18602781832';
const READY = 400;

const readers: AttachmentReader[] = [];
afterEach(() => Promise.all(readers.splice(0).map((reader) => reader.close())));

/** A reader whose process for large files may use so much. */
function readerWith(memory: number, seconds: number): AttachmentReader {
  const reader = new AttachmentReader(limits, { bounds: { memory, heap: memory, seconds } });
  readers.push(reader);
  return reader;
}

const sheet = (rows: string) =>
  workbook({ rows: [], more: { 'xl/worksheets/sheet1.xml': `<worksheet>${rows}</worksheet>` } });
/** Unpacks to more than is read beside everything else. */
const large = (end: string) =>
  word({ paragraphs: Array.from({ length: 290 }, () => '文'.repeat(20_000)).concat(end) });

describe('a large file', () => {
  it('is read whole by a process of its own, a small one after it too', async () => {
    const reader = readerWith(READY, 60);
    const expected = [{ type: 'mobile', value: '186****1832' }];
    for (const file of [large(`电话${MOBILE}`), word({ paragraphs: [`电话${MOBILE}`] })]) {
      const { personal, faults } = await reader.read('a.docx', file);
      expect(faults).toEqual([]);
      expect(personal).toMatchObject(expected);
    }
    const text = new TextEncoder().encode(`${'一行文字。\n'.repeat(140_000)}电话${MOBILE}`);
    expect((await reader.read('a.txt', text)).personal).toMatchObject(expected);
  });

  it('that takes too much memory is told as unread, and the next is read all the same', async () => {
    const reader = readerWith(280, 60);
    const shared = { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(12_000_000)}</sst>` };
    const { faults } = await reader.read('a.xlsx', workbook({ rows: [], more: shared }));
    expect(faults).toMatchObject([
      { rule: 'safety/unreadable', value: '整个文件（占用内存过多）' },
    ]);
    expect((await reader.read('b.docx', large(`电话${MOBILE}`))).personal).toHaveLength(1);
  });

  it('that takes too much time is told as unread', async () => {
    const reader = readerWith(READY, 0.3);
    const { faults } = await reader.read('a.xlsx', sheet('<row/>'.repeat(2_900_000)));
    expect(faults).toMatchObject([
      { rule: 'safety/unreadable', value: '整个文件（读取用时过长）' },
    ]);
  });
});

describe('a small file costs no more than its size', () => {
  const cpu = async (name: string, bytes: Uint8Array) => {
    const start = process.threadCpuUsage();
    await readerWith(READY, 60).read(name, bytes);
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  };
  const header = (size: number) =>
    word({ table: [['姓'.repeat(size * 10)], ...Array.from({ length: size }, () => ['甲'])] });
  const firstRows = (size: number) =>
    sheet(
      `<sheetData>${'<row r="1"><c r="ZZ1" t="str"><v>姓名</v></c></row>'.repeat(size)}</sheetData>`,
    );
  const streams = (size: number) =>
    compound(
      Object.fromEntries(
        Array.from({ length: size / 40 }, (_, at) => [`s${at}`, new Uint8Array(4096)]),
      ),
    );

  it.each([
    ['a page in the head of a column', 'a.docx', header],
    ['every row called the first', 'a.xlsx', firstRows],
    ['a thousand streams', 'a.doc', streams],
  ] as const)('with %s', async (_, name, make) => {
    await cpu(name, make(1000));
    const once = await cpu(name, make(4000));
    expect(await cpu(name, make(16_000))).toBeLessThan(Math.max(once, 40) * 9);
  });
});

it('an old file whose streams share one chain of sectors is damaged, and read no further', async () => {
  const names = Array.from({ length: 40 }, (_, at) => `s${at}`);
  const parts = names.map((name) => [name, new Uint8Array(4096)] as const);
  const file = Buffer.from(
    compound({ WordDocument: new Uint8Array(400_000), ...Object.fromEntries(parts) }),
  );
  const entryOf = (name: string) => {
    const at = file.indexOf(Buffer.from(`${name}\0`, 'utf16le'));
    expect(at % 128).toBe(0);
    return at;
  };
  const first = entryOf('WordDocument');
  for (const name of names) file.copy(file, entryOf(name) + 116, first + 116, first + 124);
  const { faults } = await readerWith(READY, 60).read('a.doc', file);
  expect(faults).toMatchObject([{ rule: 'safety/unreadable', value: '旧格式文件已损坏' }]);
});

it('tells a hundred faults of one sort, and that there are more', async () => {
  const fields = Array.from({ length: 5000 }, (_, at) => `<w:fldSimple w:instr="X${at} a"/>`);
  const document = `<w:document>${fields.join('')}</w:document>`;
  const { faults } = await readerWith(READY, 60).read(
    'a.docx',
    word({ more: { 'word/document.xml': document } }),
  );
  expect(faults).toHaveLength(101);
  expect(faults.at(-1)?.value).toContain('没有一一列出');
});
