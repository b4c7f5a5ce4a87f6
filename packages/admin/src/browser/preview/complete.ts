import { type Kind, schemaAt } from '@columns/content';
import { isObject } from '@columns/content/yaml';
import { z } from 'zod';

/** What stands on the page where the form has nothing yet. */
export const UNFILLED = '〔待填〕';
/** Where a day is wanted; no page has this one, so it can be told afterwards. */
const UNFILLED_DAY = '9999-12-31';

type Path = readonly PropertyKey[];

/** Front matter that its kind's schema takes, of one that it may not take yet. */
export interface Completed {
  readonly head: Readonly<Record<string, unknown>>;
  /** What the page says where a number or a choice stands in for what was not filled in. */
  readonly said: readonly { readonly path: Path; readonly text: string }[];
}

/** Far more fields than a form has. */
const MOST_ROUNDS = 400;

/**
 * A half-filled form has a page too: what is missing or wrong is stood in for by what the schema takes, and
 * shown as `UNFILLED`, or as it was typed.
 */
export function completed(kind: Kind, given: Readonly<Record<string, unknown>>): Completed {
  const head: Record<string, unknown> = { ...structuredClone(given), kind: kind.id };
  const said = new Map<string, { path: Path; text: string }>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const issue = kind.schema.safeParse(head).error?.issues[0];
    if (!issue) break;
    if (issue.code === 'unrecognized_keys') {
      const holder = valueAt(head, issue.path);
      for (const key of issue.keys) if (isObject(holder)) Reflect.deleteProperty(holder, key);
      continue;
    }
    const key = issue.path.join('/');
    const schema = schemaAt(kind.schema, issue.path);
    const before = valueAt(head, issue.path);
    const filling = schema && fillingOf(schema, before);
    // What was filled in once and is still wrong is left out.
    if (said.has(key) || filling === undefined) {
      said.delete(key);
      drop(head, issue.path);
      continue;
    }
    said.set(key, { path: issue.path, text: shownAs(before, filling) });
    put(head, issue.path, filling);
  }
  // What hides an entry is not shown: it decides how much of a page there is.
  const shown = [...said.values()].filter(({ path, text }) => {
    const value = valueAt(head, path);
    return (
      path[0] !== 'attribute' &&
      typeof value !== 'object' &&
      value !== text &&
      value !== UNFILLED_DAY
    );
  });
  return { head, said: shown };
}

/** The page's text with days that stand in for nothing told as such. */
export function withoutStandIns(html: string): string {
  return html.replaceAll(/9999年12月31日|9999-12-31/g, UNFILLED);
}

/** As it was typed, where something was. */
function shownAs(before: unknown, filling: unknown): string {
  const typed =
    typeof before === 'string' || typeof before === 'number' ? String(before).trim() : '';
  return typed === '' || filling === UNFILLED_DAY ? UNFILLED : typed;
}

/** Something that the schema takes: the typed text first, then what says that nothing was. */
function fillingOf(schema: z.ZodType, before: unknown): unknown {
  const inner = unwrapped(schema);
  const examples = examplesOf(schema) ?? examplesOf(inner) ?? [];
  const choices = inner instanceof z.ZodEnum ? inner.options : [];
  const typed = typeof before === 'number' ? [String(before)] : [];
  const tried = [...typed, UNFILLED, UNFILLED_DAY, ...choices, ...examples, 0, 1, 1949, true, []];
  const taken = tried.find((each) => schema.safeParse(each).success);
  if (taken !== undefined) return taken;
  if (inner instanceof z.ZodObject) return {};
  if (!(inner instanceof z.ZodArray)) return undefined;
  const element = fillingOf(inner.element as z.ZodType, undefined);
  return element === undefined ? undefined : [element];
}

function examplesOf(schema: unknown): readonly unknown[] | undefined {
  const told = schema instanceof z.ZodType ? schema.meta()?.['examples'] : undefined;
  return Array.isArray(told) ? told : undefined;
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrapped(schema.unwrap())
    : schema;
}

export function valueAt(whole: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    whole,
  );
}

/** Puts a value where a path leads, if something is there that can hold it. */
export function put(whole: unknown, path: Path, value: unknown): void {
  const holder = valueAt(whole, path.slice(0, -1));
  if (typeof holder === 'object' && holder !== null)
    Reflect.set(holder, path.at(-1) as PropertyKey, value);
}

function drop(whole: unknown, path: Path): void {
  const holder = valueAt(whole, path.slice(0, -1));
  const key = path.at(-1);
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (typeof holder === 'object' && holder !== null)
    Reflect.deleteProperty(holder, key as PropertyKey);
}
