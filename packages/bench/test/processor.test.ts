import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { processorSeconds, timed } from '../src/fleet/processor.ts';

test('the work of a command and of what it starts is counted, and its own output stays', () => {
  const busy = 'const end = performance.now() + 400; while (performance.now() < end);';
  const starts = `require('child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(busy)}])`;
  const [command, args] = timed(process.execPath, ['-e', `console.log('it says'); ${starts}`]);
  const output = execFileSync(command, args, { encoding: 'utf8' });
  expect(output).toContain('it says');
  expect(processorSeconds(output)).toBeGreaterThan(0.05);
});

test('a command that fails is told as one', () => {
  const [command, args] = timed(process.execPath, ['-e', 'process.exit(3)']);
  expect(() => execFileSync(command, args)).toThrow(expect.objectContaining({ status: 3 }));
});
