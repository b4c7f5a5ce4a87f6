import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTempDir } from '@columns/testkit';
import { weighPages, weightFaults, weightTable } from '@columns/testkit/site';
import { expect, test } from 'vitest';
import { buildApp, CONTENT } from './build.ts';

const COUNT = 2000;

/** Half under one item, half in the domain at large: both lists must stay light. */
function writeEntries(county: string): void {
  for (let number = 0; number < COUNT; number += 1) {
    const place = number % 2 === 0 ? 'temporary-aid-approval' : '_general';
    const year = 2016 + (number % 10);
    const folder = join(county, 'social-assistance', place, `${year}`);
    mkdirSync(folder, { recursive: true });
    const day = `${year}-${pad((number % 12) + 1)}-${pad((number % 28) + 1)}`;
    const text = `---
title: 示例县第${number}次临时救助审核审批情况公示
kind: notice
form: 公示
unit: ${number % 3 === 0 ? 'civil-affairs' : 'government-office'}
published: ${day}
attribute:
  type: 主动
example: true
---

本次审批情况见示例第${number}号。
`;
    writeFileSync(join(folder, `aid-${number}.md`), text);
  }
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

test('with 2,000 entries in a domain every page stays light', { timeout: 600_000 }, async () => {
  await using content = await makeTempDir('many');
  cpSync(CONTENT, content.path, { recursive: true });
  writeEntries(join(content.path, 'qingshan'));
  const app = await buildApp({ content: content.path });
  expect(app.code, app.output).toBe(0);
  const pages = weighPages({ folder: app.dist, base: '/qingshan/' });
  console.log(`领域内有 ${COUNT} 条信息时：\n\n${weightTable(pages)}`);
  expect(weightFaults(pages)).toEqual([]);
  app.remove();
});
