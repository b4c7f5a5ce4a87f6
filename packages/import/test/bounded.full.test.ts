import { closeSync, openSync, writeSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Place } from './fixture.ts';

test('a CSV of 200 MB is refused within bounded memory, and nothing is written', async () => {
  const place = new Place();
  const path = place.write('files/大表.csv', '序号,名称,地址\n');
  const file = openSync(path, 'a');
  const block = Array.from(
    { length: 5000 },
    (_, index) => `${index},示例单位第${index}号,示例镇示例路\n`,
  ).join('');
  const size = Buffer.byteLength(block);
  for (let written = 0; written < 200 * 1024 * 1024; written += size) writeSync(file, block);
  closeSync(file);
  const before = process.memoryUsage().rss;
  const { outcomes } = await place.run();
  expect(outcomes[0]?.failure?.code).toBe('too-large');
  expect(place.written()).toEqual([]);
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
});
