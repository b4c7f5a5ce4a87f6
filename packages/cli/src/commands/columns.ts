import { join } from 'node:path';
import { inspect, memoryFile, reportText } from '@columns/check';
import {
  ChangedFile,
  type Column,
  type ColumnReading,
  latestOf,
  listCounties,
  readColumn,
  shownColumn,
} from '@columns/content';
import { normalPrefix, normalSite } from '@columns/site';
import { FolderError, type RecordsInput } from '@columns/site/records';
import { loadStandard } from '@columns/standard';
import type { Context } from '../command.ts';

/** A mistake of whoever typed the command; the message is Chinese. */
export class WrongInput extends Error {}

/** The counties that were asked for, or all. @throws WrongInput */
export function wantedCounties(root: string, wanted: readonly string[] | undefined): string[] {
  const known = listCounties(join(root, 'content'));
  const unknown = (wanted ?? []).filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new WrongInput(`content/ 中没有 ${unknown.join('、')}。现有：${known.join('、')}\n`);
  }
  return wanted === undefined ? known : [...wanted];
}

/** Content that must not be published, told in full; what was made of it before stays as it is. */
export class FaultyContent extends Error {}

/**
 * A county's column behind the gate that its pages stand behind, with its place from the environment: what
 * no page may be made of, nothing else is made of either.
 * @throws WrongInput or FaultyContent
 */
export async function readGated(context: Context, county: string): Promise<RecordsInput> {
  const contentRoot = join(context.root, 'content');
  const memory = memoryFile(context.root, county);
  const options = { gate: true, memory };
  const { reading, findings } = await inspect(contentRoot, county, loadStandard(), options);
  if (findings.length > 0) {
    throw new FaultyContent(
      `content/${county} 有错误，没有生成；原有的文件没有改动。\n\n${reportText(findings)}`,
    );
  }
  return placed(context, county, reading);
}

/** The same of content as it stands, for what is not published. @throws WrongInput */
export function readPlace(context: Context, county: string): RecordsInput {
  return placed(context, county, readColumn(join(context.root, 'content'), county, loadStandard()));
}

function placed({ root, env }: Context, county: string, { column }: ColumnReading): RecordsInput {
  const contentRoot = join(root, 'content');
  if (!column) throw new WrongInput(`content/${county} 不能读取：先运行 columns check。\n`);
  const prefix = normalPrefix(env['BASE']);
  const site = env['SITE'] ? normalSite(env['SITE']) : undefined;
  if (prefix === undefined) throw new WrongInput(`BASE“${env['BASE']}”不是路径。\n`);
  if (env['SITE'] && site === undefined)
    throw new WrongInput(`SITE“${env['SITE']}”不是网站的地址。\n`);
  return {
    column: shownColumn(column),
    contentRoot,
    base: prefix + column.county.base.slice(1),
    site,
  };
}

/**
 * The day to judge by: `AS_OF`, or that of the column's newest publication (contract 6). A new column has none:
 * it takes that of the levels above, or the day of 国办发〔2019〕54号, since which something is due.
 * @throws WrongInput
 */
export function dayOf({ env }: Context, { today, upper }: Column): string {
  const asOf = env['AS_OF'];
  if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) {
    throw new WrongInput(`AS_OF“${asOf}”不是“年-月-日”。\n`);
  }
  const above = () => latestOf(upper.map(({ published }) => published)).today;
  return asOf ?? today ?? above() ?? '2019-12-26';
}

/** Runs a command's work; mistakes in its input end it with 2 and a Chinese sentence, a full disk with 1. */
export async function refusing(context: Context, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FolderError || error instanceof ChangedFile) {
      context.err(`${error.message}\n`);
      return 1;
    }
    if (!(error instanceof WrongInput)) throw error;
    context.err(error.message);
    return 2;
  }
}

/**
 * Does a piece of work for each county. One whose content has errors is told and left as it is; the others
 * are made all the same. Gives 1 where there was one.
 */
export async function forEachCounty(
  context: Context,
  counties: readonly string[],
  work: (county: string) => Promise<void>,
): Promise<number> {
  let code = 0;
  for (const county of counties) {
    try {
      await work(county);
    } catch (error) {
      if (!(error instanceof FaultyContent)) throw error;
      context.err(error.message);
      code = 1;
    }
  }
  return code;
}
