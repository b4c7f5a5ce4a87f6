import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { refuseMissingEmblem } from '../src/integration/emblem.ts';

test('an emblem that is named and not there stops the build, and says where it belongs', () => {
  const app = mkdtempSync(join(tmpdir(), 'emblem-'));
  onTestFinished(() => rmSync(app, { recursive: true, force: true }));
  const county = { id: 'qingshan', emblem: 'emblem.svg' };
  expect(() => refuseMissingEmblem(county, app)).toThrow(
    '“emblem.svg”不存在，未构建。把图片放在 apps/qingshan/public/emblem.svg',
  );
  expect(() => refuseMissingEmblem({ id: 'qingshan' }, app)).not.toThrow();
  mkdirSync(join(app, 'public'));
  writeFileSync(join(app, 'public/emblem.svg'), '<svg/>');
  expect(() => refuseMissingEmblem(county, app)).not.toThrow();
});
