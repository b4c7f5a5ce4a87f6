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
 * What git needs to read a private repository, as its own settings in the environment, which all that we start
 * inherit and no list of processes shows. `GITHUB_TOKEN` is there where a workflow gives it.
 */
export function gitCredentials(env: Context['env']): Record<string, string> {
  const token = env['GITHUB_TOKEN'];
  const server = env['GITHUB_SERVER_URL'];
  if (!token || !server) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${server.replace(/\/$/, '')}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
    GIT_TERMINAL_PROMPT: '0',
  };
}

/**
 * Tells the runner to take nothing in the rest of this step's log for a command: what tools print there
 * holds names and texts from content. Whoever writes content cannot know the word that would end it.
 */
export function stopCommands(context: Context): void {
  if (context.env['GITHUB_ACTIONS'] !== 'true') return;
  const word = randomUUID();
  words.set(context, word);
  context.out(`::stop-commands::${word}\n`);
}

/** The word that ends each context's silence; nothing but this file knows it before it is printed. */
const words = new WeakMap<Context, string>();

/**
 * Says something to the runner between two silences. Every line of `text` is a command of ours, or one
 * that no runner takes for a command (`commandData`, `logLine`).
 */
export function tellRunner(text: string, context: Context): void {
  const word = words.get(context);
  if (word !== undefined) context.out(`::${word}::\n`);
  context.out(text);
  if (word !== undefined) stopCommands(context);
}
