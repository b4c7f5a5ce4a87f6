import { join } from 'node:path';
import { pdf } from '@columns/office/fixture';
import type { PdfAnswer, PdfLimits } from '@columns/office/pdf-core';
import type * as Core from '../src/core.ts';
import type { Draft, Setting } from '../src/core.ts';
import { Trial } from '../src/run/county.ts';
import { Place, standard } from './fixture.ts';
import { CENTRE, docx, ofd, p, pptx, slideText, tbl, tc, tr, xlsx } from './office.ts';

/** A file of each type that the core reads by itself. */
export const FILES: Readonly<Record<string, Uint8Array>> = {
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
  '汇报.pptx': pptx([
    { title: '示例县试点工作情况', body: slideText(['完成道路三条。']), notes: '讲稿一句' },
  ]),
  '批复.ofd': ofd([
    {
      lines: [
        { text: '关于设立示例小学的批复', x: 60, y: 40 },
        { text: '同意设立。', y: 60 },
      ],
    },
  ]),
  '公告.html': new TextEncoder().encode(
    '<html><body><h1>关于停水的公告</h1><p>2026年5月1日停水。</p></body></html>',
  ),
  '说明.md': new TextEncoder().encode('# 关于编制情况的说明\n\n2026年5月1日编制。\n'),
  '公示.txt': new TextEncoder().encode('关于名单的公示\n2026年5月1日公示。\n'),
};

/** What a run knows of a county without entries. */
export function setting(): Setting {
  const place = new Place();
  const trial = new Trial(join(place.root, 'content'), 'shili', standard);
  const { county, units, domains, limits } = trial;
  trial.remove();
  return { county, units, domains, limits, set: { published: '2026-05-30' }, attach: false };
}

/** Drafts as plain data, the same wherever they were made. */
export const plainly = (drafts: readonly Draft[]) =>
  drafts.map((draft) => ({
    ...draft,
    files: [...draft.files],
    renamed: [...(draft.renamed ?? [])],
  }));

/** The drafts that the core makes of each file. */
export async function draftsOf(
  { draftsOfBytes }: Pick<typeof Core, 'draftsOfBytes'>,
  given: Setting,
  read: (bytes: Uint8Array, limits: PdfLimits) => Promise<PdfAnswer>,
): Promise<string> {
  const made: unknown[] = [];
  for (const [base, bytes] of Object.entries(FILES)) {
    const source = { name: base, base, bytes: () => bytes, folders: [] };
    made.push(...plainly(await draftsOfBytes(source, given, { pdf: read })));
  }
  return JSON.stringify(made);
}
