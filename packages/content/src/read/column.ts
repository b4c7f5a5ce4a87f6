import { join } from 'node:path';
import type { Standard } from '@columns/standard';
import type { Column } from '../column.ts';
import { buildColumn } from '../column.ts';
import type { County } from '../county.ts';
import type { Entry } from '../entry.ts';
import type { Problem } from '../problem.ts';
import { START } from '../problem.ts';
import type { RegisterTable } from '../tables/register-table.ts';
import { readChecked } from './checked.ts';
import { type CountyContent, readCounty } from './county.ts';
import { decode } from './decode.ts';
import { filingProblems } from './filed.ts';
import { isFile } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { EntryMemory } from './memory.ts';
import { referenceProblems } from './references.ts';
import { readCsv } from './table.ts';

export interface ColumnReading {
  /** Absent only when `county.yaml` cannot be used; otherwise made of all entries that could be read. */
  readonly column?: Column;
  readonly problems: readonly Problem[];
  readonly files: readonly string[];
  /** The rows of registers of a form, by the entry's id: for rules, not for pages. */
  readonly tables: ReadonlyMap<string, RegisterTable>;
  /** Where it was read: rules of the text read the files again. Absent in what a test makes up. */
  readonly root?: string;
  /** The links of each text, by its file. */
  readonly links?: CountyContent['links'];
}

/** Reads a county and the levels above it and computes its column. */
export function readColumn(
  contentRoot: string,
  id: string,
  standard: Standard,
  memory?: EntryMemory,
): ColumnReading {
  const content = readCounty(contentRoot, id, standard, memory);
  const { uppers, problems: chain } = readUppers(contentRoot, content, standard, memory);
  const problems = [
    ...content.problems,
    ...chain,
    ...referenceProblems(content, uppers),
    ...filingProblems(content),
  ].sort(byPlace);
  const { county, tables, links } = content;
  const common = { problems, files: content.files, tables, root: contentRoot, links };
  if (!county) return common;
  return {
    ...common,
    column: buildColumn({ ...content, county }, uppers, standard),
  };
}

/** The levels above, nearest first. Their own problems are named when they are read themselves. */
function readUppers(
  contentRoot: string,
  content: CountyContent,
  standard: Standard,
  memory: EntryMemory | undefined,
): { uppers: CountyContent[]; problems: Problem[] } {
  const uppers: CountyContent[] = [];
  const problems: Problem[] = [];
  const seen = new Set([content.id]);
  let child: County | undefined = content.county;
  while (child?.parent !== undefined) {
    const { parent } = child;
    const at = { file: `${child.id}/county.yaml`, ...START, field: 'parent' };
    if (seen.has(parent)) {
      const way = [...seen].slice([...seen].indexOf(parent));
      problems.push({
        ...{ code: 'shape/contradiction', ...at },
        value: `上级绕成一圈：${[...way, parent].join(' → ')}`,
        expected: '县区的上级是市，市的上级是省；省不写 parent',
      });
      break;
    }
    if (!isFile(join(contentRoot, parent, 'county.yaml'))) {
      problems.push({
        ...{ code: 'shape/county-config', ...at, value: parent },
        expected: 'content/ 中另一个有 county.yaml 的上级文件夹',
      });
      break;
    }
    seen.add(parent);
    const upper = readCounty(contentRoot, parent, standard, memory);
    uppers.push(upper);
    child = upper.county;
  }
  return { uppers, problems };
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** The text of an entry below its front matter, read when a page is made. @throws ChangedFile */
export function readBody(
  contentRoot: string,
  { file, digest }: Pick<Entry, 'file'> & { readonly digest?: string },
): string {
  const decoded = decode(readChecked(contentRoot, file, digest));
  return 'text' in decoded ? (splitFrontMatter(decoded.text)?.body ?? '') : '';
}

/** The rows of a register, read when a page is made. @throws ChangedFile */
export function readRows(
  contentRoot: string,
  { file, tableDigest }: Pick<Entry, 'file' | 'tableDigest'>,
): readonly (readonly string[])[] {
  const decoded = decode(readChecked(contentRoot, file.replace(/\.mdx?$/, '.csv'), tableDigest));
  return 'text' in decoded ? readCsv(decoded.text).rows : [];
}
