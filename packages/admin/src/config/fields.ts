import { KINDS, type Kind, type KindId, LEVEL_NAMES } from '@columns/content';
import { z } from 'zod';
import type { ChoiceList, DecapField } from './decap.ts';
import { expectedOf, textForm } from './forms.ts';

/** Names of a choice that is written in English. */
const CHOICE_NAMES: Readonly<Record<string, string>> = LEVEL_NAMES;

/** What kinds the fields that name entries may name; any where nothing is said. */
/** Beside those that the kinds themselves hold to (`names`). */
const REFERENCES: Readonly<Record<string, readonly KindId[]>> = {
  'interpretation.interprets': ['policy'],
  'ledger.plan': ['policy', 'notice'],
  'register.replaces': ['register'],
  'validity.by': ['policy', 'notice'],
};

/** Lets go of what only says that a value may be missing. */
export function inner(schema: z.ZodType): { schema: z.ZodType; required: boolean } {
  return schema instanceof z.ZodOptional
    ? { schema: schema.unwrap() as z.ZodType, required: false }
    : { schema, required: true };
}

/** A block that may be missing is a list of at most one: officers add it, and only then fill it. */
export const isBlock = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodObject;

/** The fields of a kind as Decap asks for them, in the order of its schema, without `kind`. */
export function kindFields(kind: KindId): DecapField[] {
  const { schema } = KINDS[kind] as Kind;
  return Object.entries(schema.shape).flatMap(([name, field]) =>
    name === 'kind' ? [] : [decapField(name, field as z.ZodType, { kind, path: '' })],
  );
}

interface Where {
  readonly kind: KindId;
  /** The fields around this one: `validity.`. */
  readonly path: string;
}

/** One field of a schema as Decap asks for it. @throws Error for a schema there is no widget for */
export function decapField(name: string, given: z.ZodType, where: Where): DecapField {
  const meta = (given.meta() ?? {}) as { title?: string; description?: string };
  const { schema, required } = inner(given);
  const own = (schema.meta() ?? {}) as { title?: string; description?: string };
  const hint = meta.description ?? own.description;
  const base = {
    name,
    label: meta.title ?? own.title ?? name,
    required,
    ...(hint === undefined ? {} : { hint }),
  };
  return { ...base, ...widgetOf(name, given, schema, where, base.label) };
}

type Widget = Omit<DecapField, 'name' | 'label' | 'required' | 'hint'> & { readonly hint?: string };

function widgetOf(
  name: string,
  given: z.ZodType,
  schema: z.ZodType,
  where: Where,
  label: string,
): Widget {
  const path = where.path + name;
  const choices = CHOICES[path];
  if (choices) return { widget: 'columns-choice', choices };
  if (schema instanceof z.ZodBoolean || schema instanceof z.ZodLiteral)
    return { widget: 'boolean' };
  if (schema instanceof z.ZodEnum) {
    const options = schema.options.map((value) => ({
      label: CHOICE_NAMES[String(value)] ?? String(value),
      value: String(value),
    }));
    return { widget: 'select', options };
  }
  if (schema instanceof z.ZodNumber) return numberWidget(schema);
  if (schema instanceof z.ZodArray) return listWidget(name, schema, where, label);
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([key, field]) =>
      decapField(key, field as z.ZodType, { ...where, path: `${path}.` }),
    );
    if (path === 'attribute')
      return { widget: 'object', fields: withDefault(fields, 'type', '主动') };
    return isBlock(given)
      ? {
          widget: 'list',
          max: 1,
          fields,
          collapsed: false,
          label_singular: given.meta()?.title as string,
        }
      : { widget: 'object', fields };
  }
  return textWidget(path, schema, where);
}

function textWidget(path: string, schema: z.ZodType, { kind }: Where): Widget {
  const { widget, pattern, expected } = textForm(schema);
  if (widget === 'columns-day') return { widget };
  if (widget === 'columns-entry') {
    const named = (KINDS[kind] as Kind).names?.[path.replace(/\.entry$/, '')] as
      | KindId[]
      | undefined;
    const kinds = named ?? REFERENCES[`${kind}.${path}`] ?? REFERENCES[path];
    return {
      widget,
      pattern: [pattern as string, `应为：${expected}`],
      ...(kinds ? { kinds } : {}),
    };
  }
  return { widget, ...(pattern === undefined ? {} : { pattern: [pattern, `应为：${expected}`] }) };
}

function numberWidget(schema: z.ZodType): Widget {
  const whole = !schema.safeParse(1.5).success;
  const least = [-180, 0, 1, 1949].find((value) => schema.safeParse(value).success) as number;
  const most = [2999, 180].find(
    (value) => schema.safeParse(value).success && !schema.safeParse(value + 1).success,
  );
  return {
    widget: 'number',
    value_type: whole ? 'int' : 'float',
    min: least,
    ...(most === undefined ? {} : { max: most }),
  };
}

function listWidget(name: string, schema: z.ZodArray, where: Where, label: string): Widget {
  const element = schema.element as z.ZodType;
  const min = schema.safeParse([]).success ? undefined : 1;
  const limits = min === undefined ? {} : { min };
  if (element instanceof z.ZodNumber) {
    // A row of a prescribed table: as many numbers as it has columns, each known by its name.
    const [, names = ''] = /依次为([^；，]+)/.exec(expectedOf(schema)) ?? [];
    return { widget: 'columns-numbers', columns: names.split('、') };
  }
  const path = where.path + name;
  const choices = CHOICES[`${path}[]`];
  if (choices) return { widget: 'columns-choice', multiple: true, choices, ...limits };
  if (element instanceof z.ZodObject) {
    const fields = Object.entries(element.shape).map(([key, field]) =>
      decapField(key, field as z.ZodType, { ...where, path: `${path}.` }),
    );
    if (path === 'attachments') return { widget: 'columns-files', fields };
    return {
      widget: 'list',
      fields,
      summary: fields
        .slice(0, 2)
        .map((field) => `{{fields.${field.name}}}`)
        .join(' '),
      collapsed: true,
      ...limits,
    };
  }
  // The inner field has no name of its own for officers: it carries the list's.
  const field = { ...decapField(name, element, where), label };
  if (field.widget === 'columns-entry') {
    const kinds = field.kinds ? { kinds: field.kinds } : {};
    return { widget: 'columns-entry', multiple: true, field, ...kinds, ...limits };
  }
  return { widget: 'columns-lines', field, ...limits };
}

function withDefault(fields: readonly DecapField[], name: string, value: string): DecapField[] {
  return fields.map((field) => (field.name === name ? { ...field, default: value } : field));
}

/** Fields whose values are ids of the county's own units, towns and items. */
const CHOICES: Readonly<Record<string, ChoiceList>> = {
  unit: 'units',
  town: 'towns',
  'towns[]': 'towns',
  'also[]': 'items',
  'covers[]': 'items',
};
