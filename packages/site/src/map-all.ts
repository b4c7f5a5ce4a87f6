/**
 * Runs work over things, a few at once, and gives the results in their order. After a failure nothing new begins;
 * when what had begun is over, the first error is thrown.
 */
export async function mapAll<T, R>(
  things: readonly T[],
  work: (thing: T) => Promise<R>,
  atOnce = 16,
): Promise<R[]> {
  const results: R[] = new Array(things.length);
  const queue = things.entries();
  const failures: unknown[] = [];
  const lane = async () => {
    for (const [index, thing] of queue) {
      if (failures.length > 0) return;
      try {
        results[index] = await work(thing);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  if (failures.length > 0) throw failures[0];
  return results;
}
