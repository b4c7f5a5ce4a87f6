import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What a page reads while it is made, so that it need not be made again until one of these facts
 * changes. Pages are bundled and the integration is not: both must find the same store.
 */
const KEY = Symbol.for('@columns/theme:trace');
const holder = globalThis as { [KEY]?: AsyncLocalStorage<Set<string>> };
holder[KEY] ??= new AsyncLocalStorage<Set<string>>();
const store = holder[KEY];

/** Notes that the page being made reads a fact; outside a page it is nobody's. */
export function noteFact(fact: string): void {
  store.getStore()?.add(fact);
}

/** Does some work and tells, sorted, which facts it read. */
export async function traced<T>(work: () => Promise<T>): Promise<{ value: T; facts: string[] }> {
  const facts = new Set<string>();
  const value = await store.run(facts, work);
  return { value, facts: [...facts].sort() };
}
