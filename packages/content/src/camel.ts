type Camel<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S;

/** An object type whose kebab-case keys (as officers write them) became camelCase. */
export type CamelKeys<T> = T extends unknown
  ? { [K in keyof T as K extends string ? Camel<K> : K]: T[K] }
  : never;

/** Renames the top-level keys of a checked object; nested keys are single words by design. */
export function camelKeys<T extends object>(value: T): CamelKeys<T> {
  const renamed = Object.entries(value).map(([key, entry]) => [
    key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    entry,
  ]);
  return Object.fromEntries(renamed) as CamelKeys<T>;
}
