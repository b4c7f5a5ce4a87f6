import script from 'virtual:columns/preview-worker';
import type { Answered, Ask, Asked } from './ask.ts';

/** How long the form must be at rest, in milliseconds. */
const REST = 150;

export interface Drawer {
  /** Asks for a drawing; of many that are asked for at once only the last is made. */
  draw(ask: () => Promise<Ask> | Ask): void;
  stop(): void;
}

/** Draws pages in a thread that is started with the first of them. */
export function drawer(done: (answered: Answered) => void): Drawer {
  let thread: Worker | undefined;
  let timer: number | undefined;
  let wanted: (() => Promise<Ask> | Ask) | undefined;
  let busy = false;
  let stopped = false;
  let number = 0;
  /** What the thread knows of other entries. */
  let told: Ask['others'] | undefined;

  const next = async () => {
    if (busy || !wanted) return;
    busy = true;
    const ask = wanted;
    wanted = undefined;
    number += 1;
    try {
      const { others, ...rest } = await ask();
      if (stopped) return;
      thread ??= started();
      const asked: Asked = { number, ask: rest, ...(others === told ? {} : { others }) };
      told = others;
      thread.postMessage(asked);
    } catch {
      finish({ number, told: '网页这一次没有画出来。' });
    }
  };
  const finish = (answered: Answered) => {
    busy = false;
    done(answered);
    void next();
  };
  const started = () => {
    const address = new URL(script, import.meta.url);
    const made = new Worker(address, { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<Answered>) => finish(data));
    made.addEventListener('error', () => {
      // The next drawing starts another.
      thread = undefined;
      told = undefined;
      finish({ number, told: '画网页的程序没有打开：重新打开编辑页面再试。' });
    });
    return made;
  };
  return {
    draw(ask) {
      wanted = ask;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void next(), REST);
    },
    stop() {
      stopped = true;
      window.clearTimeout(timer);
      thread?.terminate();
    },
  };
}
