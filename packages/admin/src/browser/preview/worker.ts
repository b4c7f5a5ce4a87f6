import type { Answered, Ask, Asked } from './ask.ts';
import { drawPreview, NoPage } from './draw.ts';

/* Pages are drawn in a thread of their own: typing waits for none of them. */

let known: Ask['others'] = [];

self.addEventListener('message', ({ data: { number, ask, others } }: MessageEvent<Asked>) => {
  known = others ?? known;
  drawPreview({ ...ask, others: known }).then(
    (drawn) => answer({ number, drawn }),
    (error: unknown) => {
      if (!(error instanceof NoPage)) console.error(error);
      const told = error instanceof NoPage ? error.message : '网页这一次没有画出来。';
      answer({ number, told });
    },
  );
});

const answer = (message: Answered): void => self.postMessage(message);
