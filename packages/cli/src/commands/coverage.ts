import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  type CountiesTogether,
  type Coverage,
  countyFigures,
  coverage,
  coverageText,
  readSettings,
  tablesFrom,
  together,
  togetherText,
} from '@columns/check/coverage';
import { visibleJson } from '@columns/check/visible';
import type { County } from '@columns/content';
import { cellsOf, numbersOf } from '@columns/export';
import { type TableSheet, toXlsx } from '@columns/office/write';
import { coverageTable } from '@columns/site/records';
import type { Command } from '../command.ts';
import { dayOf, readPlace, refusing, WrongInput, wantedCounties } from './columns.ts';

export const coverageCommand: Command = {
  summary: '列出各县区的公开情况，供考核使用',
  usage: `用法：columns coverage [--county <编号>] [--all] [--format text|json|xlsx] [--out <文件>]

按标准目录逐项列出已公开、逾期、超期未更新、空白、已说明、目录未核实，与网站的“公开情况”一致。
  --all            按上级（市、省）把下属各县区的数字并列、合计，与上级专栏的“各县区公开情况”一致；
                   与 --county 连用时只列这些县区；格式为 text 或 json
  --format <格式>  text、json、xlsx，不写时为 text；xlsx 须有 --out
  --out <文件>     写入文件
环境变量 AS_OF（年-月-日）给出“当日”；不写时取各专栏最新的发布日期。`,
  run: (args, context) =>
    refusing(context, async () => {
      const { values } = parseArgs({
        args: [...args],
        options: {
          county: { type: 'string', multiple: true },
          all: { type: 'boolean', default: false },
          format: { type: 'string', default: 'text' },
          out: { type: 'string' },
        },
      });
      const found = wantedCounties(context.root, values.county).map((county) => {
        const place = readPlace(context, county);
        const { settings } = readSettings(place.contentRoot, county);
        const rowsOf = tablesFrom(place.contentRoot);
        const figures = coverage(place.column, settings, dayOf(context, place.column), rowsOf);
        const { county: own } = place.column;
        return { figures, county: own, sheet: () => sheetOf(figures, place.column) };
      });
      const nameOf = (id: string) => readPlace(context, id).column.county.name;
      const text = values.all
        ? allInFormat(values.format, found, nameOf)
        : inFormat(values.format, found);
      if (values.out !== undefined) await writeFile(values.out, text);
      else if (typeof text === 'string') context.out(text);
      else throw new WrongInput('xlsx 不能显示在屏幕上：请加 --out <文件>。\n');
      return 0;
    }),
};

function inFormat(
  format: string,
  found: readonly { readonly figures: Coverage; readonly sheet: () => TableSheet }[],
): string | Uint8Array {
  const all = found.map(({ figures }) => figures);
  if (format === 'text') return all.map(coverageText).join('\n');
  if (format === 'json') return visibleJson(`${JSON.stringify(all, null, 1)}\n`);
  if (format === 'xlsx') return toXlsx(found.map(({ sheet }) => sheet()));
  throw new WrongInput(`没有格式“${format}”。可用：text、json、xlsx\n`);
}

/** Each upper level with those below it, side by side and summed. */
function allInFormat(
  format: string,
  found: readonly { readonly figures: Coverage; readonly county: County }[],
  nameOf: (county: string) => string,
): string {
  const uppers = new Set(found.flatMap(({ county: { parent } }) => parent ?? []));
  const groups = [...uppers].sort().map((id): CountiesTogether => {
    const below = found.filter(({ county }) => county.parent === id);
    return together(
      id,
      nameOf(id),
      // The machine's own counts are for the site's pages.
      below.map(({ figures }) => countyFigures(figures, {})),
    );
  });
  if (format === 'text') return groups.map(togetherText).join('\n');
  if (format === 'json') return visibleJson(`${JSON.stringify(groups, null, 1)}\n`);
  throw new WrongInput(`--all 没有格式“${format}”。可用：text、json\n`);
}

function sheetOf(
  figures: Coverage,
  column: Parameters<ReturnType<typeof coverageTable>['rows']>[0],
) {
  const table = coverageTable(figures);
  const numbers = numbersOf(table);
  return { name: figures.name, table: cellsOf(table, table.rows(column)), numbers };
}
