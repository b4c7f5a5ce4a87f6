import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { Context } from './command.ts';

/** Adds Markdown to the job's summary; a run outside GitHub Actions has none. */
export function appendSummary(text: string, { env }: Context): void {
  const file = env['GITHUB_STEP_SUMMARY'];
  if (file !== undefined) appendFileSync(file, text);
}

/** Sets an output of the step, for the jobs that follow: one line. */
export function setOutput(name: string, value: string, { env }: Context): void {
  const file = env['GITHUB_OUTPUT'];
  if (file === undefined) return;
  if (/[\r\n]/.test(value)) throw new Error(`The output ${name} must be one line.`);
  appendFileSync(file, `${name}=${value}\n`);
}

/**
 * Tells the runner to take nothing in the rest of this step's log for a command: what tools print there
 * holds names and texts from content. Whoever writes content cannot know the word that would end it.
 */
export function stopCommands({ env, out }: Context): void {
  if (env['GITHUB_ACTIONS'] === 'true') out(`::stop-commands::${randomUUID()}\n`);
}
