import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KindId, listFiles } from '@columns/content';
import { modelEntry, modelOf, nameIn } from '@columns/content/draft';

/** Lines of a model that are shown; the file has the rest. */
const MOST_LINES = 60;

/**
 * How the county that is the model of another wrote the same item, line by line. Nothing where no model is named
 * (`model` of `county.yaml`, or of a level above) or it has none.
 */
export function modelLines(
  contentRoot: string,
  county: string,
  item: string,
  kind: KindId,
): string[] {
  const model = modelOf(contentRoot, county);
  const settings = join(contentRoot, `${model}/county.yaml`);
  if (model === undefined || !existsSync(settings)) return [];
  const found = modelEntry(filesOf(contentRoot, `${model}/${item}`), kind);
  if (found === undefined) return [];
  const lines = found.text.trimEnd().split('\n');
  const shown = lines.slice(0, MOST_LINES).map((line) => `    ${line}`);
  const name = nameIn(readFileSync(settings, 'utf8')) ?? model;
  return [
    `样子：${name}的《${found.title}》，content/${found.path}`,
    ...shown,
    ...(lines.length > MOST_LINES ? [`    （共 ${lines.length} 行，其余见文件）`] : []),
  ];
}

/** The texts in the folder of an item; its files are `<year>/<id>.md`. */
function filesOf(contentRoot: string, folder: string): { path: string; text: string }[] {
  if (!existsSync(join(contentRoot, folder))) return [];
  return listFiles(join(contentRoot, folder))
    .filter(({ path, kind }) => kind === 'file' && /^\d{4}\/[^/]+\.mdx?$/.test(path))
    .map(({ path }) => ({
      path: `${folder}/${path}`,
      text: readFileSync(join(contentRoot, folder, path), 'utf8'),
    }));
}
