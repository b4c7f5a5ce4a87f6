import { splitFrontMatter } from '@columns/content';
import { oneOf, PERSONAL, type PersonalType } from './data.ts';
import type { Around } from './find.ts';
import { findPersonal, mayBePersonal, mayBePersonalAs } from './find.ts';
import { aboutRows } from './heads.ts';
import { SHORT_LABELS } from './labelled.ts';
import { mask } from './mask.ts';
import { csvPassages } from './reading/csv.ts';
import { linesPassages } from './reading/lines.ts';
import { markdownPassages } from './reading/markdown.ts';
import type { TextPassage } from './reading/passage.ts';
import { yamlPassages } from './reading/yaml.ts';

/** Something personal in a file, masked, and where. Nothing of the datum itself is kept. */
export interface PersonalHit {
  readonly type: PersonalType;
  readonly value: string;
  readonly line: number;
  readonly column: number;
  /** The column of a table it stands in. */
  readonly field?: string;
  /** The field of front matter or of a list, as it is written there. */
  readonly key?: string;
}

/** Heads of columns, in tables of either sort: one of `words` in a cell of a few words. */
function headCell(words: string): RegExp {
  return new RegExp(`(?:^|[|>])[^|<>\\n。，]{0,12}${words}[^|<>\\n。，]{0,12}(?:[|<]|$)`, 'im');
}
const LISTED = `(?:地址|住处|${oneOf(PERSONAL.kinds.flatMap(({ listed }) => listed))})`;
const LISTED_HEAD = headCell(LISTED);
const PERSON_HEAD = headCell(oneOf(PERSONAL['person-heads']));
const SHORT_NUMBERS = new RegExp(SHORT_LABELS, 'i');
const SHORT_HEAD = headCell(SHORT_LABELS);
const TELLING = new RegExp(`${LISTED}|${SHORT_LABELS}`, 'i');

/** Whether a text has a list of persons though no line of it says so: heads and values stand apart. */
function mayList(text: string): boolean {
  if (!/\||<t[dh]\b/i.test(text) || !TELLING.test(text)) return false;
  return (LISTED_HEAD.test(text) && PERSON_HEAD.test(text)) || SHORT_HEAD.test(text);
}

/** Everything personal in an entry: front matter, body and the tables in it. */
export function personalInText(given: string): PersonalHit[] {
  if (!mayBePersonal(given) && !mayList(given)) return [];
  const split = splitFrontMatter(given);
  if (!split) return hitsIn(markdownPassages(withPlainEnds(given), 1));
  const head = yamlPassages(split.head, 2);
  return [...hitsIn(head), ...hitsIn(markdownPassages(split.body, split.bodyLine))];
}

/** Everything personal in a list of a county: its values and its comments. */
export function personalInYaml(given: string): PersonalHit[] {
  if (!mayBePersonal(given)) return [];
  return hitsIn(yamlPassages(withPlainEnds(given), 1));
}

/** Everything personal in a text that is shown as it is written. */
export function personalInLines(given: string): PersonalHit[] {
  if (!mayBePersonal(given)) return [];
  return hitsIn(linesPassages(withPlainEnds(given)));
}

/**
 * Everything personal in a table kept as text, told with the name of its column. `names` gives columns the
 * names that they had before they were renamed.
 */
export function personalInCsv(given: string, names?: ReadonlyMap<string, string>): PersonalHit[] {
  const text = withPlainEnds(given);
  const [head] = text.split('\n', 1);
  if (!isTelling(head ?? '') && !mayBePersonal(text)) return [];
  return hitsIn(csvPassages(text, names));
}

/** Whether the heads of a table make short numbers or addresses below them somebody's. */
function isTelling(head: string): boolean {
  if (!TELLING.test(head)) return false;
  return SHORT_NUMBERS.test(head) || aboutRows(head.split(/[,;\t"]/)).person === true;
}

/** Everything personal in a file of a county, read as what its name says it is. */
export function personalInFile(name: string, text: string): PersonalHit[] {
  const extension = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension === 'csv') return personalInCsv(text);
  if (extension === 'yaml' || extension === 'yml') return personalInYaml(text);
  return extension === 'md' || extension === 'mdx' ? personalInText(text) : personalInLines(text);
}

/** Everything personal in one cell, masked. */
export function personalInCell(
  cell: string,
  around: Around,
): Pick<PersonalHit, 'type' | 'value'>[] {
  if (!mayBePersonalAs(cell, around)) return [];
  return findPersonal(cell, around).map((datum) => ({ type: datum.type, value: mask(datum) }));
}

function hitsIn(passages: readonly TextPassage[]): PersonalHit[] {
  const hits: PersonalHit[] = [];
  const told = new Set<string>();
  for (const { text, around, field, key, placeAt } of [...passages, ...joinedSigns(passages)]) {
    if (!mayBePersonalAs(text, around)) continue;
    for (const datum of findPersonal(text, around)) {
      const { line, column } = placeAt(datum.index);
      const hit = {
        type: datum.type,
        value: mask(datum),
        line,
        column,
        ...(field === undefined ? {} : { field }),
        ...(key === undefined ? {} : { key }),
      };
      // A link's words and its target are one number to whoever mends it.
      const same = `${line} ${hit.type} ${hit.value}`;
      if (told.has(same) && field === undefined) continue;
      told.add(same);
      hits.push(hit);
    }
  }
  return hits;
}

/** How many figures a number has. */
const SHORTEST = 11;
const LONGEST = 20;

/** Numbers of which each figure is a paragraph, a point of a list or a cell below the other. */
function joinedSigns(passages: readonly TextPassage[]): TextPassage[] {
  const joined: TextPassage[] = [];
  let run: TextPassage[] = [];
  const end = () => {
    const [first] = run;
    if (first && run.length >= SHORTEST && run.length <= LONGEST)
      joined.push({ ...first, text: run.map(({ text }) => text.trim()).join('') });
    run = [];
  };
  for (const passage of passages) {
    if (passage.text.length < 5 && /^\s*[\dXx０-９]\s*$/.test(passage.text)) run.push(passage);
    else if (passage.text.trim() !== '') end();
  }
  end();
  return joined;
}

function withPlainEnds(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
}
