import { afterEach, expect, test, vi } from 'vitest';
import log from '../src/integration/log.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('a build tells all that Astro says but its two lines a page', () => {
  const said: string[] = [];
  const keep = (text: unknown) => said.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  const { write } = log();
  write({ label: null, level: 'info', message: '  ├─ /map/index.html', newLine: false });
  write({ label: 'SKIP_FORMAT', level: 'info', message: ' (+3ms) ', newLine: true });
  write({ label: '@columns/theme', level: 'info', message: '已生成 1000 页。', newLine: true });
  write({ label: 'build', level: 'error', message: 'Caught error rendering /map/', newLine: true });
  vi.restoreAllMocks();
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(/已生成 1000 页。\n$/);
  expect(said[1]).toMatch(/Caught error rendering \/map\/\n$/);
});
