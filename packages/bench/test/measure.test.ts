import { expect, test } from 'vitest';
import { measure } from '../src/measure.ts';

const HOLD = `
const held = Buffer.alloc(80 * 2 ** 20, 1);
setTimeout(() => held.length, 700);
`;

test('a command is timed, its output kept, its exit code given', async () => {
  const script = 'console.log("out"); console.error("err"); process.exitCode = 3;';
  const measured = await measure(process.execPath, ['-e', script]);
  expect(measured.code).toBe(3);
  expect(measured.output).toContain('out\n');
  expect(measured.output).toContain('err\n');
  expect(measured.seconds).toBeGreaterThan(0.01);
});

test.skipIf(process.platform === 'win32')('memory of what it starts counts too', async () => {
  const parent = `
    const { spawn } = require('node:child_process');
    for (let n = 0; n < 2; n += 1) spawn(process.execPath, ['-e', ${JSON.stringify(HOLD)}]);
  `;
  const { peakMB } = await measure(process.execPath, ['-e', parent]);
  expect(peakMB).toBeGreaterThan(200);
});

test('a command that does not exist is an error', async () => {
  await expect(measure('no-such-command-here', [])).rejects.toThrow('ENOENT');
});
