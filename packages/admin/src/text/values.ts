import { KINDS, type Kind, type KindId } from '@columns/content';
import { isObject, type Values } from '@columns/content/yaml';
import { z } from 'zod';
import { inner, isBlock } from '../config/fields.ts';

/** Front matter as the form holds it: a block that may be missing is a list of at most one. */
export function toForm(kind: KindId, data: Values): Record<string, unknown> {
  return mapFields(shapeOf(kind), data, formValue);
}

function formValue(given: z.ZodType, value: unknown): unknown {
  const { schema } = inner(given);
  if (schema instanceof z.ZodObject && isObject(value)) {
    const fields = mapFields(schema.shape as Record<string, z.ZodType>, value, formValue);
    return isBlock(given) ? [fields] : fields;
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((each) => formValue(schema.element as z.ZodType, each));
  }
  return value;
}

/** What the form holds as front matter: what was left empty is not there. */
export function fromForm(kind: KindId, values: Values): Record<string, unknown> {
  return writtenFields(shapeOf(kind), values);
}

/** The same for an entry that is saved: with the blocks that it must have. */
export function toBeSaved(kind: KindId, values: Values): Record<string, unknown> {
  const shape = shapeOf(kind);
  return writtenFields(shape, { ...mustBeThere(shape), ...values });
}

/** One value of the form as it is written; nothing for what was left empty. */
export function written(kind: KindId, name: string, value: unknown): unknown {
  const schema = shapeOf(kind)[name];
  if (schema) return writtenValue(schema, value);
  return value === '' || value === null ? undefined : value;
}

/** Blocks that an entry must have though nothing need be in them: a table whose rows are all zero. */
function mustBeThere(shape: Record<string, z.ZodType>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shape)
      .filter(([, given]) => {
        const { schema, required } = inner(given);
        return required && schema instanceof z.ZodObject && schema.safeParse({}).success;
      })
      .map(([name]) => [name, {}]),
  );
}

const shapeOf = (kind: KindId): Record<string, z.ZodType> =>
  (KINDS[kind] as Kind).schema.shape as unknown as Record<string, z.ZodType>;

function writtenFields(shape: Record<string, z.ZodType>, values: Values): Record<string, unknown> {
  const order = Object.keys(shape);
  const filled = Object.entries(mapFields(shape, values, writtenValue))
    .filter(([, value]) => value !== undefined)
    // As the schema has them, in whatever order they were filled.
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return Object.fromEntries(filled);
}

function writtenValue(given: z.ZodType, value: unknown): unknown {
  const { schema, required } = inner(given);
  if (value === '' || value === null || value === undefined) return undefined;
  if (schema instanceof z.ZodLiteral && value === false) return undefined;
  if (schema instanceof z.ZodNumber) return typeof value === 'string' ? toNumber(value) : value;
  if (schema instanceof z.ZodString && typeof value === 'string') {
    // What is pasted from Word ends in spaces; in one line they mean nothing.
    return value.includes('\n') ? value : value.trim() || undefined;
  }
  if (schema instanceof z.ZodObject) {
    const object = isBlock(given) && Array.isArray(value) ? value[0] : value;
    if (!isObject(object)) return undefined;
    const fields = writtenFields(schema.shape as Record<string, z.ZodType>, object);
    return !required && Object.keys(fields).length === 0 ? undefined : fields;
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    const element = schema.element as z.ZodType;
    const items = value
      .map((each) => writtenValue(element, each))
      .filter((each) => each !== undefined);
    return items.length === 0 && !required ? undefined : items;
  }
  return value;
}

/** A number as it was typed; what is none stays text, for the schema to complain of. */
function toNumber(text: string): unknown {
  const number = Number(text.trim());
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

/** The values of known fields, each made by `map`, and those of unknown ones as they are. */
function mapFields(
  shape: Record<string, z.ZodType>,
  values: Values,
  map: (schema: z.ZodType, value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
      return [key, schema ? map(schema, value) : value];
    }),
  );
}
