import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ToldError } from '@columns/standard/told';
import { COLUMNS_FILE, type Column, columnsFile } from './column.ts';

export interface ListedColumn extends Column {
  /** The whole address: `http://localhost:4321/anyue/`. */
  url: string;
}

/**
 * The columns of a folder that `assemble` made, in the order of its index page.
 *
 * @param dir the folder (`dist`)
 * @param origin where it is served (`http://localhost:4321`); the prefix is already in each path
 * @throws Error (Chinese) if there is no such folder, or its `columns.json` is not ours
 */
export async function listColumns(dir: string, origin: string): Promise<ListedColumn[]> {
  const file = path.join(dir, COLUMNS_FILE);
  const source = await readFile(file, 'utf8').catch(() => undefined);
  if (source === undefined) {
    throw new ToldError(`${dir} 里没有拼装好的站点：先运行 npx -y pnpm@12 run build`);
  }
  const { columns } = columnsFile.parse(JSON.parse(source));
  return columns.map((column) => ({ ...column, url: new URL(column.path, origin).href }));
}
