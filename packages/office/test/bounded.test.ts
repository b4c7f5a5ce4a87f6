import { afterAll, describe, expect, it } from 'vitest';
import { BoundedProcess, TimeAllowance } from '../src/process/bounded.ts';

const busy = new BoundedProcess<number, number>(new URL('./busy.ts', import.meta.url), {
  memory: 400,
  heap: 200,
  seconds: 5,
});
afterAll(() => busy.close());
const TOO_LONG = '读取用时过长';

describe('a process with bounds', { timeout: 120_000 }, () => {
  it('ends a question that costs more than its seconds, and answers the next', async () => {
    await expect(busy.ask(20)).rejects.toThrow(TOO_LONG);
    expect(await busy.ask(0.1)).toBe(0.1);
  });

  it('takes what each question of a file costs from what the file may cost', async () => {
    const time = new TimeAllowance(4);
    expect(await busy.ask(0.5, time)).toBe(0.5);
    expect(time.left).toBeLessThan(3.5);
    await expect(busy.ask(4, time)).rejects.toThrow(TOO_LONG);
    // Nothing is left for a third, however short it is.
    await expect(busy.ask(0, time)).rejects.toThrow(TOO_LONG);
    expect(await busy.ask(0, new TimeAllowance(4))).toBe(0);
  });
});
