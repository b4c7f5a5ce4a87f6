/** The value at `result.published` in checked data, whose uppermost keys are in camelCase. */
export function pathIn(data: object, path: string): unknown {
  const [head = '', ...rest] = path.split('.');
  let value: unknown = Reflect.get(
    data,
    head.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  );
  for (const key of rest) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** Whether a field says something: `false`, an empty list and an empty text say nothing. */
export function isSaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== false && value !== '';
}
