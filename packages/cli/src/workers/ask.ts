import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Answer, type Job, WORKERS_ENV } from './job.ts';

/**
 * Has a task done by a worker, where a run of all counties keeps some. This process has then loaded nothing
 * but this file. Whatever goes wrong on the way, the task is done here as if no one had been asked.
 *
 * @returns whether it is done, and well
 */
export async function doneByWorker(args: readonly string[]): Promise<boolean> {
  const address = process.env[WORKERS_ENV];
  if (!address) return false;
  const { [WORKERS_ENV]: _, ...env } = process.env;
  const answer = await ask(address, { args, cwd: process.cwd(), env });
  if (answer === undefined || 'alone' in answer) return false;
  for (const [stream, words] of answer.said) {
    (stream === 'out' ? process.stdout : process.stderr).write(words);
  }
  return true;
}

async function ask(address: string, job: Job): Promise<Answer | undefined> {
  try {
    const socket = connect(address);
    socket.end(JSON.stringify(job));
    return JSON.parse(await text(socket)) as Answer;
  } catch {
    return undefined;
  }
}
