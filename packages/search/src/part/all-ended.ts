/**
 * Like `Promise.all`, but it also waits for the others when one fails: what still writes into a
 * folder must have ended before that folder is removed.
 * @throws what the first of them in order threw
 */
export async function allEnded<const Tasks extends readonly Promise<unknown>[]>(
  tasks: Tasks,
): Promise<{ -readonly [At in keyof Tasks]: Awaited<Tasks[At]> }> {
  await Promise.allSettled(tasks);
  return Promise.all(tasks);
}
