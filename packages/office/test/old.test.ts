import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { readDocx } from '../src/docx/index.ts';
import { oldKind } from '../src/index.ts';
import { LibreOffice } from '../src/old/libreoffice.ts';
import { OldReader } from '../src/old/reader.ts';
import type { Block, Paper } from '../src/paper/index.ts';
import { isParagraph, plain, textOf } from '../src/paper/index.ts';
import { readXlsx } from '../src/xlsx/index.ts';
import { compound, doc, NOTICE, TABLE, xls, xls5 } from './old/files.ts';

const reader = new OldReader();
afterAll(() => reader.close());

async function renewed(bytes: Uint8Array) {
  const answer = await reader.read(bytes);
  if ('broken' in answer) throw new Error(answer.broken);
  return answer;
}

async function paper(bytes: Uint8Array): Promise<Paper> {
  return readDocx((await renewed(bytes)).bytes, 64, () => undefined);
}

const texts = (blocks: readonly Block[]) => blocks.filter(isParagraph).map((each) => textOf(each));

describe('an old Word file becomes a new one', () => {
  test('with its paragraphs in order, their automatic numbers, headings and alignment', async () => {
    const { blocks } = await paper(NOTICE);
    expect(texts(blocks).slice(0, 8)).toEqual([
      '关于印发示例县试点方案的通知',
      '总则',
      '一、总体要求',
      '（1）坚持原则',
      '（2）稳步推进',
      '二、工作任务',
      '正文，见脚注，划去的，见网站。',
      '带框的段落。尾注',
    ]);
    expect(blocks[0]).toMatchObject({ title: true, align: 'center' });
    expect(blocks[1]).toMatchObject({ level: 1 });
    expect(blocks.find((block) => textOf(block) === '2023年5月6日')).toMatchObject({
      align: 'right',
    });
  });

  test('with its tables: rows, cells of several lines, cells merged across and down, the head', async () => {
    const { blocks } = await paper(NOTICE);
    const table = blocks.find((block) => !isParagraph(block));
    if (table === undefined || isParagraph(table)) throw new Error('no table');
    expect(table.headRows).toBe(1);
    expect(
      table.rows.map((row) =>
        row.map(({ content, colspan, rowspan }) => [
          content.map(plain).join('/'),
          colspan,
          rowspan,
        ]),
      ),
    ).toEqual([
      [
        ['事项', 2, 1],
        ['金额（万元）', 1, 1],
      ],
      [
        ['道路', 1, 2],
        ['甲路/（一期）', 1, 1],
        ['12.5', 1, 1],
      ],
      [
        ['乙路', 1, 1],
        ['3', 1, 1],
      ],
    ]);
  });

  test('with notes, links, struck words and text boxes', async () => {
    const { blocks, notes } = await paper(NOTICE);
    expect([...notes.values()].map(plain)).toEqual(['这是脚注的文字。', '这是尾注。']);
    const inlines = blocks.filter(isParagraph).flatMap(({ content }) => content);
    expect(inlines).toContainEqual(
      expect.objectContaining({ text: '网站', link: 'http://www.example.org/a' }),
    );
    expect(inlines).toContainEqual(expect.objectContaining({ text: '划去的', strike: true }));
    expect(texts(blocks)).toContain('文本框里的话');
    expect(await renewed(NOTICE)).toMatchObject({
      lost: [],
      changed: ['文本框中的文字放在文末，请移到原来的地方'],
    });
  });

  test('what is hidden, deleted or stands in headers is told and not written', async () => {
    const { blocks, remarks } = await paper(NOTICE);
    const written = blocks.map(textOf).join('\n');
    for (const words of ['隐藏的话', '删掉的话', '示例县内部页眉'])
      expect(written).not.toContain(words);
    const told = remarks.map(({ text }) => text).join('\n');
    expect(told).toContain('隐藏的话');
    expect(told).toContain('示例县内部页眉');
    expect(told).toContain('修订痕迹');
  });

  test('no sign is lost that the library by itself finds in the body', async () => {
    const Library = createRequire(import.meta.url)('word-extractor');
    const found: { getBody(options: object): string } = await new Library().extract(
      Buffer.from(NOTICE),
    );
    const source = found.getBody({ filterUnicode: false }).replaceAll(/\s|隐藏的话/g, '');
    const { blocks } = await paper(NOTICE);
    const own = [...blocks.map(textOf).join('').replaceAll(/\s/g, '')];
    let at = 0;
    for (const sign of own) if (sign === source[at]) at++;
    expect(source.slice(at)).toBe('');
  });

  test('quotation marks and dashes stay what they are', async () => {
    const { blocks } = await paper(doc('“试点”——工作\r'));
    expect(texts(blocks)).toEqual(['“试点”——工作']);
  });

  test('the same file gives the same bytes', async () => {
    const [first, second] = [await renewed(NOTICE), await renewed(NOTICE)];
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  });
});

describe('an old workbook becomes a new one', () => {
  test('with numbers, dates and percentages as they are shown, merged cells, and results of formulas', async () => {
    const { sheets } = readXlsx((await renewed(TABLE)).bytes, 64);
    expect(sheets.map(({ rows }) => rows)).toEqual([
      [
        Array(6).fill('示例县2023年农业补贴公示表'),
        ['乡镇', '户数', '金额', '占比', '发放日期', '编号'],
        ['平安镇', '12', '12,345.60', '12.5%', '2023年5月6日', '0012'],
        ['平安镇', '3', '7.50', '50.0%', '1999年12月31日', '0013'],
      ],
    ]);
  });

  test('hidden rows and sheets and notes are told and not written', async () => {
    const { remarks } = readXlsx((await renewed(TABLE)).bytes, 64);
    const told = remarks.map(({ text }) => text).join('\n');
    expect(told).toContain('隐藏的 1 行');
    expect(told).toContain('隐藏的工作表“底稿”');
    expect(told).toContain('批注一句');
  });

  test.each(['biff8', 'xlml'] as const)('as %s has it', async (kind) => {
    const rows = [
      ['姓名', '数量'],
      ['示例镇', 12.5],
    ];
    const { sheets } = readXlsx((await renewed(xls(rows, kind))).bytes, 64);
    expect(sheets[0]?.rows).toEqual(rows.map((row) => row.map(String)));
  });

  test('of the time before Unicode, in the encoding of its country', async () => {
    const bytes = xls5([
      ['NAMENAME', [0xca, 0xbe, 0xc0, 0xfd, 0xcf, 0xd8, 0xc7, 0xf8]],
      ['CODE', [0xb1, 0xe0, 0xba, 0xc5]],
    ]);
    const { sheets } = readXlsx((await renewed(bytes)).bytes, 64);
    expect(sheets[0]?.rows).toEqual([['示例县区', '编号']]);
  });
});

describe('what cannot be read is told', () => {
  const locked = (bytes: Uint8Array): Uint8Array => {
    const copy = Buffer.from(bytes);
    const record = copy.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]));
    const next = record + 4 + copy.readUInt16LE(record + 2);
    copy.writeUInt16LE(0x2f, next);
    return Uint8Array.from(copy);
  };

  test.each([
    ['a locked document', doc('文\r', { flags: 0x0300 })],
    ['a locked workbook', locked(TABLE)],
    ['a new file in its lock', compound({ EncryptedPackage: Buffer.alloc(100) })],
  ])('%s is encrypted', async (_, bytes) => {
    expect(await reader.read(bytes)).toMatchObject({ code: 'encrypted' });
    expect(() => oldKind(bytes)).toThrow('密码');
  });

  test('a file of Word 95 is of too old a format', async () => {
    expect(await reader.read(doc('文\r', { magic: 0xa5dc }))).toEqual({
      code: 'old-format',
      broken: '是 Word 95 或更早的文件，读不了',
    });
  });

  test('a presentation is of an old format', async () => {
    const bytes = compound({ 'PowerPoint Document': Buffer.alloc(100) });
    expect(await reader.read(bytes)).toMatchObject({ code: 'old-format' });
  });

  test.each([
    ['document', NOTICE],
    ['workbook', TABLE],
  ])(
    'a %s that was cut off or changed anywhere is read or told, and the next one is read',
    async (_, bytes) => {
      for (let part = 1; part < 12; part++) {
        const cut = await reader.read(bytes.subarray(0, Math.floor((bytes.length * part) / 12)));
        expect('broken' in cut ? cut.code : cut.format).toMatch(/^(?:damaged|docx|xlsx)$/);
        const changed = Uint8Array.from(bytes);
        for (let at = part * 40; at < changed.length; at += 997) changed[at] = (at * 7) & 255;
        const answer = await reader.read(changed);
        expect('broken' in answer ? answer.broken : answer.format).not.toBe('');
      }
      expect(await reader.read(bytes)).toHaveProperty('bytes');
    },
  );

  test('a text that stands in its document ten thousands of times is stopped, and the next file is read', async () => {
    const bomb = doc('炸'.repeat(60_000), { pieces: 30_000 });
    expect(bomb.length).toBeLessThan(2 ** 21);
    const own = new OldReader();
    onTestFinished(() => own.close());
    expect(await own.read(bomb)).toMatchObject({ code: 'too-large' });
    expect(await own.read(NOTICE)).toHaveProperty('bytes');
  });
});

describe('LibreOffice, where it is', () => {
  /** A program that takes its place, and writes down how it was called. */
  function program(script: string): { path: string; folder: string } {
    const folder = mkdtempSync(join(tmpdir(), 'office-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'soffice');
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return { path, folder };
  }

  test('works in a private folder that is gone afterwards, with a profile that runs nothing', async () => {
    const { path, folder } = program(`
      dir="$PWD"
      printf '%s\\n' "$@" > "$(dirname "$0")/args"
      stat -c %a "$dir" > "$(dirname "$0")/mode"
      printf '%s' "$dir" > "$(dirname "$0")/dir"
      cp "$dir/profile/user/registrymodifications.xcu" "$(dirname "$0")/profile"
      printf 'new' > "$dir/out/in.docx"`);
    const answer = await new LibreOffice(path).convert(NOTICE, 'wps');
    expect(answer).toMatchObject({ format: 'docx' });
    const seen = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(seen('args')).toContain('--headless');
    expect(seen('args')).toContain(`-env:UserInstallation=file://${seen('dir')}/profile`);
    expect(seen('mode').trim()).toBe('700');
    expect(seen('profile')).toMatch(/DisableMacrosExecution[^/]*<value>true/);
    expect(existsSync(seen('dir'))).toBe(false);
  });

  test('is ended, with all that it started, when it takes too long', async () => {
    const { path, folder } = program(`(sleep 2; touch "$(dirname "$0")/late") & sleep 60`);
    expect(await new LibreOffice(path, 300).convert(TABLE, 'et')).toMatchObject({
      code: 'too-large',
    });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(existsSync(join(folder, 'late'))).toBe(false);
  });

  test('writes nothing, or is not there: the file could not be read', async () => {
    const { path } = program('exit 1');
    for (const each of [path, '/nowhere/soffice'])
      expect(await new LibreOffice(each).convert(TABLE, 'xls')).toMatchObject({ code: 'damaged' });
  });
});
