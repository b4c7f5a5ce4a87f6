import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';

/** What a process may use for one question. */
export interface ProcessBounds {
  /** All memory that the process has, in MB, and how much of it its heap may be. */
  readonly memory: number;
  readonly heap: number;
  /** Seconds of the processor. A busy machine may take longer by the clock. */
  readonly seconds: number;
}

/** Seconds of the processor that one file may cost, whatever number of questions it makes. */
export class TimeAllowance {
  left: number;

  constructor(seconds: number) {
    this.left = seconds;
  }
}

/** What goes to the process and what comes back, each with seconds: those that it may cost, and did. */
export type Asked<Question> = readonly [question: Question, seconds: number];
export type Answered<Answer> = readonly [answer: Answer, seconds: number];

/** By the clock: so many times the seconds, then nobody answers any more. */
const PATIENCE = 4;

/**
 * A process with bounded memory and time that answers questions one after another: a file made to exhaust it
 * ends that process and not the one that asks. It is kept for the next question; `close` ends it. The child
 * says `serve` (`./serve.ts`). An answer that does not come is an error that says why, in Chinese.
 */
export class BoundedProcess<Question, Answer> {
  readonly #module: URL;
  readonly #bounds: ProcessBounds;
  #child: ChildProcess | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(module: URL, bounds: ProcessBounds) {
    this.#module = module;
    this.#bounds = bounds;
  }

  /** `time`: what the file that it is about may still cost; each question takes its own from it. */
  ask(question: Question, time = new TimeAllowance(this.#bounds.seconds)): Promise<Answer> {
    const answer = this.#turn.then(() => this.#askTwice(question, time));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #askTwice(question: Question, time: TimeAllowance): Promise<Answer> {
    const used = this.#child !== undefined;
    try {
      return await this.#ask(question, time);
    } catch (error) {
      // What questions before it left in memory is not its fault.
      if (!used || (error instanceof Unanswered && error.message === SLOW)) throw error;
      return this.#ask(question, time);
    }
  }

  async #ask(question: Question, time: TimeAllowance): Promise<Answer> {
    const seconds = Math.min(time.left, this.#bounds.seconds);
    if (seconds <= 0) throw new Unanswered(SLOW);
    const child = this.#child ?? (await start(this.#module, this.#bounds));
    this.#child = child;
    return new Promise<Answer>((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        child.off('message', well).off('error', fail).off('exit', gone);
      };
      const well = ([answer, spent]: Answered<Answer>) => {
        done();
        time.left -= spent;
        resolve(answer);
      };
      const fail = (error: Error) => {
        done();
        if (error.message === SLOW) time.left = 0;
        this.#child = undefined;
        child.kill('SIGKILL');
        reject(error);
      };
      const gone = (_: unknown, signal: string | null) => fail(new Unanswered(why(signal)));
      const timer = setTimeout(() => fail(new Unanswered(SLOW)), seconds * PATIENCE * 1000);
      child.on('message', well).on('error', fail).on('exit', gone);
      const asked: Asked<Question> = [question, seconds];
      child.send(asked as unknown as object, (error) => {
        if (error && child.exitCode === null && child.signalCode === null)
          fail(new Unanswered(LARGE));
      });
    });
  }
}

/** A question that was not answered; its message says why. */
class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

const LARGE = '占用内存过多';
const SLOW = '读取用时过长';

/** The watching thread ends what is too large by one signal, what is too slow by another (`./serve.ts`). */
function why(signal: string | null): string {
  if (signal === 'SIGTERM') return SLOW;
  // Not every system tells by what a process was ended.
  return signal === null ? '占用内存或用时过多' : LARGE;
}

/** Starts the process; it is ready when it says so. */
async function start(module: URL, bounds: ProcessBounds): Promise<ChildProcess> {
  const child = fork(module, [String(bounds.memory)], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${bounds.heap}`],
    // What a library tells a console about fonts and canvases is of no use to anyone here.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('error', reject);
    child.once('exit', () => reject(new Error('读取附件的程序没有启动')));
  });
  return child;
}
