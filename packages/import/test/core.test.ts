import { join } from 'node:path';
import { pdf } from '@columns/office/fixture';
import type { Bundle } from '@columns/office/fixture-bundle';
import { bundled, runBare } from '@columns/office/fixture-bundle';
import { openPdf } from '@columns/office/pdf-library';
import { beforeAll, describe, expect, test } from 'vitest';
import type * as Core from '../src/core.ts';
import type { Setting } from '../src/core.ts';
import * as core from '../src/core.ts';
import { Trial } from '../src/run/county.ts';
import { Place, standard } from './fixture.ts';
import { CENTRE, docx, p, tbl, tc, tr, xlsx } from './office.ts';

const FILES: Readonly<Record<string, Uint8Array>> = {
  '通知.docx': docx(
    p('示例县人民政府办公室关于做好防汛工作的通知', CENTRE) +
      p('示政办发〔2026〕3号', CENTRE) +
      p('各乡镇：') +
      p('一、请加强值守。') +
      tbl(tr(tc('乡镇'), tc('电话')), tr(tc('平安镇'), tc('见附件'))) +
      p('2026年5月29日'),
  ),
  '学校名录.xlsx': xlsx([
    {
      name: '名录',
      rows: [
        ['名称', '地址'],
        ['示例小学', '平安镇'],
      ],
    },
  ]),
  '学校名录.csv': new TextEncoder().encode('名称,地址\n示例小学,"平安镇,一号"\n'),
  '通告.pdf': pdf({ lines: ['示例县人民政府关于封山育林的通告', '自2026年5月1日起施行。'] }),
  '公告.html': new TextEncoder().encode(
    '<html><body><h1>关于停水的公告</h1><p>2026年5月1日停水。</p></body></html>',
  ),
  '说明.md': new TextEncoder().encode('# 关于编制情况的说明\n\n2026年5月1日编制。\n'),
  '公示.txt': new TextEncoder().encode('关于名单的公示\n2026年5月1日公示。\n'),
};

/** The drafts that the core makes of each file, as plain data. */
async function draftsOf({ draftsOfBytes, readPdf }: typeof Core, setting: Setting) {
  const made: unknown[] = [];
  for (const [base, bytes] of Object.entries(FILES)) {
    const drafts = await draftsOfBytes(
      { name: base, base, bytes: () => bytes, folders: [] },
      setting,
      { pdf: (file, limits) => readPdf(file, limits, openPdf) },
    );
    made.push(
      ...drafts.map((draft) => ({
        ...draft,
        files: [...draft.files],
        renamed: [...(draft.renamed ?? [])],
      })),
    );
  }
  return JSON.stringify(made);
}

describe('the core takes bytes and needs nothing of Node, so that a browser’s worker can run it', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await bundled(new URL('../src/core.ts', import.meta.url));
  }, 60_000);

  test('no module and no global of Node is reached', () => {
    expect(bundle.nodeModules).toEqual([]);
    expect(bundle.nodeGlobals).toEqual([]);
  });

  test('bundled and run where nothing of Node is, it makes the drafts that it makes here', async () => {
    const place = new Place();
    const trial = new Trial(join(place.root, 'content'), 'shili', standard);
    const { county, units, domains, limits } = trial;
    trial.remove();
    const setting: Setting = {
      county,
      units,
      domains,
      limits,
      set: { published: '2026-05-30' },
      attach: false,
    };
    const there = await draftsOf(runBare<typeof Core>(bundle), setting);
    expect(there).toBe(await draftsOf(core, setting));
    for (const words of ['防汛工作', '示例小学', '封山育林', '停水', '编制情况', '名单的公示'])
      expect(there).toContain(words);
  });
});
