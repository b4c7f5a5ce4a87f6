import { beforeAll, describe, expect, it } from 'vitest';
import type * as Core from '../src/core.ts';
import * as core from '../src/core.ts';
import { openPdf } from '../src/pdf/library.ts';
import type { Bundle } from './bundle.ts';
import { bundled, runBare } from './bundle.ts';
import { pdf, word, workbook } from './files.ts';

const ROSTER = [
  ['名称', '人数'],
  ['示例小学', 120],
];
const WORD = word({ paragraphs: ['关于公布名单的通知', '现予公布。'], table: [['甲', '乙']] });
const BOOK = workbook({ rows: ROSTER });
const PDF = pdf({ lines: ['关于公布名单的通知', '现将名单公布如下。'] });
const LIMITS = { pages: 10, megabytes: 10 };

/** What the core makes of a document, a workbook and a PDF, as plain data. */
async function readings({ readDocx, readXlsx, readPdf, paperOfPdf, readWhole }: typeof Core) {
  const passages: unknown[] = [];
  const answer = await readPdf(PDF, LIMITS, openPdf);
  const inside = await readWhole(
    { name: '名单.xlsx', bytes: BOOK },
    (each) => passages.push(each),
    {
      megabytes: 10,
      pdf: () => Promise.resolve(answer),
    },
  );
  return JSON.stringify({
    docx: readDocx(WORD, 10),
    xlsx: readXlsx(BOOK, 10),
    pdf: paperOfPdf(answer, () => false),
    inside: [inside.active, inside.unread, inside.unseen],
    passages,
  });
}

describe('the core takes bytes and needs nothing of Node, so that a browser’s worker can run it', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await bundled(new URL('../src/core.ts', import.meta.url));
  });

  it('no module and no global of Node is reached', () => {
    expect(bundle.nodeModules).toEqual([]);
    expect(bundle.nodeGlobals).toEqual([]);
  });

  it('bundled and run where nothing of Node is, it reads what it reads here', async () => {
    const there = await readings(runBare<typeof Core>(bundle));
    expect(there).toBe(await readings(core));
    for (const words of ['关于公布名单的通知', '示例小学', '120', '现将名单公布如下。'])
      expect(there).toContain(words);
  });

  it('a module or a global of Node would be told', async () => {
    const edge = await bundled(new URL('../src/pdf/reader.ts', import.meta.url));
    expect(edge.nodeModules).toEqual(['node:child_process']);
    const makers = await bundled(new URL('./files.ts', import.meta.url));
    expect(makers.nodeGlobals).toEqual(['Buffer in office/test/files.ts']);
  });
});
