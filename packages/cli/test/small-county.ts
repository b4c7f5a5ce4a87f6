import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A notice, right in every way, that says all that the law asks of a guide, of rules and of a report. */
export const NOTICE = `---
title: 关于集中办理的通知
kind: notice
form: 通知
published: 2025-05-05
attribute:
  type: 主动
example: true
---

正文。

公开工作制度、公开审查、依申请公开。

信息分类、编排体系、获取方式。工作机构名称、办公地址、办公时间、联系电话、传真、互联网联系方式。

总体情况、主动公开、收到和处理、行政复议、主要问题、其他需要报告的事项。
`;

/** A county of one notice of which there is nothing to say. It is a city: nobody asks it for a county's items. */
export function writeSmallCounty(root: string): void {
  writeFileSync(join(root, 'pnpm-workspace.yaml'), '');
  mkdirSync(join(root, 'content/demo/_notice/2025'), { recursive: true });
  const county = [
    'id: demo',
    'name: 示例市',
    'level: city',
    'structure: national-26',
    'demo: true',
    'parts: { guide: good, rules: [good], reports: [good] }',
  ];
  writeFileSync(join(root, 'content/demo/county.yaml'), `${county.join('\n')}\n`);
  writeFileSync(join(root, 'content/demo/_notice/2025/good.md'), NOTICE);
}
