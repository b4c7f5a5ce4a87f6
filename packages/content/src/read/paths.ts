import { folded, LONGEST_PATH, mayFold } from '@columns/standard';
import type { Problem } from '../problem.ts';
import { START } from '../problem.ts';

/**
 * What cannot stand on every machine, of the paths below a county's folder: two names that Windows and
 * macOS take for one, and paths that are longer than Windows can open.
 */
export function pathProblems(county: string, paths: readonly string[]): Problem[] {
  const problems = paths
    .filter((path) => UNPRINTABLE.test(path))
    .map((path) => unprintableName(`${county}/${path}`));
  for (const path of paths) {
    const length = `content/${county}/${path}`.length;
    if (length <= LONGEST_PATH) continue;
    problems.push({
      code: 'shape/path-too-long',
      file: `${county}/${path}`,
      ...START,
      value: path.slice(path.lastIndexOf('/') + 1),
      other: String(length),
      expected: `从 content 起不超过 ${LONGEST_PATH} 个字符`,
    });
  }
  return [...problems, ...twins(county, paths)];
}

/** Signs in a name that end it or a line for some program. Others that are not shown have a rule of their own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these may not stand in a name
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffd]/;

/** A name of a file or folder that holds such a sign, or that is no text at all. */
export function unprintableName(file: string): Problem {
  const bad = file.split('/').find((part) => UNPRINTABLE.test(part)) ?? file;
  return { code: 'shape/unprintable-name', file, ...START, value: bad };
}

/** Each second name of a file or folder, beside the one that it is a twin of. */
function twins(county: string, paths: readonly string[]): Problem[] {
  // Where all names are as they should be, nothing is remembered.
  if (!paths.some(mayFold)) return [];
  const first = new Map<string, string>();
  const told = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    for (const part of upTo(path)) {
      const key = folded(part);
      const known = first.get(key);
      if (known === undefined) first.set(key, part);
      else if (known !== part && !told.has(part)) {
        told.add(part);
        // Below a folder that is told, every file would be told again.
        if (parentOf(known) === parentOf(part)) {
          const file = `${county}/${path}`;
          problems.push({ code: 'shape/case-twin', file, ...START, value: part, other: known });
        }
      }
    }
  }
  return problems;
}

/** `a`, `a/b` and `a/b/c` of `a/b/c`. */
function upTo(path: string): string[] {
  const parts: string[] = [];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1))
    parts.push(path.slice(0, at));
  return [...parts, path];
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
