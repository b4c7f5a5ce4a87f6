import { z } from 'zod';

/** The schema of the field at `path`, for its label or its fields; `undefined` where there is none. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let at: unknown = schema;
  for (const key of path) {
    const whole = unwrapped(at);
    if (whole instanceof z.ZodArray) at = whole.element;
    else if (whole instanceof z.ZodObject && Object.hasOwn(whole.shape, key))
      at = Reflect.get(whole.shape, key);
    else return undefined;
  }
  return at instanceof z.ZodType ? at : undefined;
}

/** The names of the fields that an object at `path` may have. */
export function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const whole = unwrapped(schemaAt(schema, path));
  return whole instanceof z.ZodObject ? Object.keys(whole.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrapped(schema.unwrap())
    : schema;
}
