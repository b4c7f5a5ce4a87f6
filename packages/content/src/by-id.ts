/**
 * Takes from a record what every object has besides its own: an entry may be called `constructor`, and where
 * none is, nothing may be found under that name.
 */
export function withoutPrototype<T extends object>(record: T): T {
  return Object.setPrototypeOf(record, null) as T;
}
