import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  beginPolicy,
  choose,
  control,
  fill,
  go,
  type Office,
  openOffice,
  signIn,
} from './office.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice({ git: true });
  await signIn(office);
});
afterAll(() => office?.leave());

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'core.quotepath=off', ...args], {
    cwd: dirname(office.root),
    encoding: 'utf8',
  });
const BRANCH = 'cms/policy/2026/heat-rules';
const POLICY = 'content/qingshan/_policy/2026/heat-rules.md';
const EXPLAINED = 'content/qingshan/_interpretation/2026/heat-rules-explained.md';

async function save(): Promise<void> {
  const { page } = office;
  await page.getByRole('button', { name: '保存' }).first().click();
  await page.getByText('修改已保存', { exact: true }).waitFor();
}

test('a save is a branch, with the policy and its interpretation in it', async () => {
  const { page } = office;
  await beginPolicy(office);
  await page.getByRole('button', { name: '新增解读' }).click();
  await control(page, 'title').fill('高温津贴发放办法解读');
  await control(page, 'id').fill('heat-rules-explained');
  await choose(page, 'form', '问答');
  await fill(page, 'body', '问：发给谁？');
  await save();
  expect(git('branch', '--list', 'cms/*', '--format=%(refname:short)').trim()).toBe(BRANCH);
  expect(git('diff', '--name-only', `main...${BRANCH}`).trim().split('\n').sort()).toEqual(
    [EXPLAINED, POLICY].sort(),
  );
});

test('the draft opens again with both, and a change of one leaves the other as it was', async () => {
  const { page } = office;
  await go(office, 'collections/policy/entries/2026/heat-rules');
  await control(page, 'issuer').waitFor();
  expect(await control(page, 'title').inputValue()).toBe('高温津贴发放办法解读');
  const before = git('show', `${BRANCH}:${EXPLAINED}`);
  await fill(page, 'issuer', '青山县人民政府办公室');
  await save();
  expect(git('show', `${BRANCH}:${POLICY}`)).toContain('issuer: 青山县人民政府办公室\n');
  expect(git('show', `${BRANCH}:${EXPLAINED}`)).toBe(before);
  expect(git('diff', '--name-only', 'main').trim()).toBe('');
});
