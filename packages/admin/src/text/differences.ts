import { isKindId, KINDS, type Kind } from '@columns/content';
import { same, type Values } from '@columns/content/yaml';
import { BEFORE, fromFile } from './format.ts';
import { written } from './values.ts';

/** A field that two people changed, each in another way. */
export interface Difference {
  readonly name: string;
  readonly label: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Differences {
  /** What both changed. */
  readonly both: readonly Difference[];
  /** What only the others changed. */
  readonly theirs: readonly Difference[];
}

/** Names of the form that are no values of the entry. */
const NOT_COMPARED = new Set([BEFORE, 'filed', 'id', 'item', 'kind', 'more', 'interpretation']);
const LABELS: Readonly<Record<string, string>> = { body: '正文', rows: '数据表' };

/**
 * What two people made of one entry: `base` is its text when both began, `mine` what the form here holds, `theirs`
 * the text as it is stored now. Fields that say the same are in neither list. Pure.
 */
export function differences(base: string, mine: Values, theirs: string): Differences {
  const began = fromFile(base);
  const now = fromFile(theirs);
  const kind = isKindId(mine['kind']) ? mine['kind'] : 'notice';
  const both: Difference[] = [];
  const others: Difference[] = [];
  for (const name of new Set([...Object.keys(mine), ...Object.keys(now), ...Object.keys(began)])) {
    if (NOT_COMPARED.has(name)) continue;
    const [a, b, c] = [began, mine, now].map((values) => written(kind, name, values[name]));
    if (same(a, c) || same(b, c)) continue;
    const difference = { name, label: labelOf(kind, name), mine: mine[name], theirs: now[name] };
    (same(a, b) ? others : both).push(difference);
  }
  return { both, theirs: others };
}

function labelOf(kind: keyof typeof KINDS, name: string): string {
  const field = (KINDS[kind] as Kind).schema.shape[name as never] as
    | { meta(): { title?: string } | undefined }
    | undefined;
  return LABELS[name] ?? field?.meta()?.title ?? name;
}
