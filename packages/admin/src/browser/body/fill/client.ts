import script from 'virtual:columns/import-worker';
import type { Answered, ClipMade, FillMade, Task } from './messages.ts';

let thread: Worker | undefined;
let next = 0;
const waiting = new Map<number, { done(made: unknown): void; failed(error: Error): void }>();

/** Has the import make something of a file or of what was copied; its thread is started when it is first needed. */
export function imported(task: Extract<Task, { task: 'clip' }>): Promise<ClipMade>;
export function imported(task: Extract<Task, { task: 'fill' }>): Promise<FillMade>;
export function imported(task: Task): Promise<unknown> {
  thread ??= started();
  const number = next;
  next += 1;
  return new Promise((done, failed) => {
    waiting.set(number, { done, failed });
    thread?.postMessage({ ...task, number });
  });
}

function started(): Worker {
  const address = new URL(script, import.meta.url);
  const made = new Worker(address, { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if ('made' in data) asked?.done(data.made);
    else asked?.failed(new Error(data.failed));
  });
  made.addEventListener('error', ({ message }) => {
    // A thread that has broken answers nobody: the next question starts another.
    for (const { failed } of waiting.values()) failed(new Error(message || '读取程序没有打开'));
    waiting.clear();
    thread = undefined;
  });
  return made;
}
