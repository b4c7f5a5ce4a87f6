import { notice, readFiles } from '@columns/content/fixture';
import { expect, it } from 'vitest';
import { gate } from '../src/index.ts';
import { mobile, Numbers } from './personal/made-up.ts';

const MOBILE = mobile(new Numbers(23));

/** What stops a build that reads a county by itself, without the `check` task before it. */
const rules = (body: string, ...lines: string[]) =>
  gate(readFiles({ 'shili/_notice/2023/a.md': notice(lines, `${body}\n`) })).map(
    ({ rule, file, line }) => `${rule} ${file}:${line}`,
  );

it('personal data and hidden links in a text stop a build, wherever it is started', () => {
  expect(rules(`联系${MOBILE}`)).toEqual(['personal/mobile shili/_notice/2023/a.md:10']);
  expect(rules('见[](https://www.gov.cn/)')).toEqual([
    'safety/hidden-link shili/_notice/2023/a.md:10',
  ]);
  expect(rules('银行帐户，见[店](https://shop.example/)')).toEqual([]);
});

it('an entry with an exemption may be built', () => {
  expect(rules(`联系${MOBILE}`, 'exemption: {type: 强制性信息披露, reason: 办法}')).toEqual([]);
});
