import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  beginPolicy,
  choose,
  control,
  fill,
  find,
  go,
  type Office,
  openOffice,
  publish,
  signIn,
} from './office.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
  await signIn(office);
});
afterAll(() => office?.leave());

const notice = (title: string, body: string) =>
  `---\ntitle: ${title}\nkind: notice\nform: 通知\npublished: 2026-07-01\nattribute:\n  type: 主动\nsource: 示例\n---\n\n${body}\n`;

/** Waits as long as a busy machine needs. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

/** What is asked in a box over the page. */
const box = (page: Page) => page.getByRole('alertdialog');
const answer = (page: Page, label: string) =>
  box(page).getByRole('button', { name: label, exact: true }).click();

test('two officers at one entry: what each changed is kept, and what both changed is shown to one', async () => {
  const path = '_notice/2026/together.md';
  office.given(path, notice('旧标题', '旧正文。'));
  const first = { ...office };
  const second = { ...office, page: await office.page.context().newPage() };
  second.page.setDefaultTimeout(40_000);
  for (const each of [first, second]) await go(each, 'collections/notice/entries/2026/together');
  await fill(first.page, 'title', '甲的标题');
  await publish(first.page);

  await fill(second.page, 'source', '乙的来源');
  await second.page.locator('.editor-save').click();
  await soon(() => box(second.page).textContent()).toContain('对方还改了：标题');
  const both = second.page.waitForEvent('load');
  await answer(second.page, '合在一起保存');
  await both;
  await soon(() => office.read(path)).toContain('source: 乙的来源');
  expect(office.read(path)).toContain('title: 甲的标题');

  // The first still has the form as it was: both now change one field.
  await fill(first.page, 'source', '甲的来源');
  await first.page.locator('.editor-save').click();
  await soon(() => box(first.page).textContent()).toContain('乙的来源');
  expect(await box(first.page).textContent()).toContain('甲的来源');
  await answer(first.page, '先不保存');
  expect(office.read(path)).toContain('source: 乙的来源');
  await first.page.locator('.editor-save').click();
  await box(first.page).getByText('现在存着的').click();
  // The form comes anew with what both wrote.
  const anew = first.page.waitForEvent('load');
  await answer(first.page, '照选的保存');
  await anew;
  await first.page.getByText('修改已保存', { exact: true }).waitFor();
  expect(office.read(path)).toContain('source: 乙的来源');
  await second.page.close();
});

/** Says yes to the browser's question whether to leave a page with changes. */
async function leaving(work: () => Promise<void>): Promise<void> {
  const yes = (dialog: { accept(): Promise<void> }) => void dialog.accept();
  office.page.on('dialog', yes);
  try {
    await work();
  } finally {
    office.page.off('dialog', yes);
  }
}

const restored = () => office.page.getByRole('button', { name: '恢复', exact: true });
const drafts = () => office.page.getByText(/没保存的草稿/);

test('what was typed and not saved is offered when the entry is opened again, and saved then', () =>
  leaving(async () => {
    const { page } = office;
    const path = '_notice/2026/draft.md';
    office.given(path, notice('草稿前', '正文。'));
    await go(office, 'collections/notice/entries/2026/draft');
    await fill(page, 'title', '草稿后');
    await go(office, 'collections/notice/entries/2026/draft');
    await page.getByText('上次的改动没有保存').waitFor();
    expect(await control(page, 'title').inputValue()).toBe('草稿前');
    await restored().click();
    await soon(() => control(page, 'title').inputValue()).toBe('草稿后');
    await publish(page);
    expect(office.read(path)).toBe(notice('草稿后', '正文。'));
    await go(office, 'collections/notice');
    await soon(() => drafts().isVisible()).toBe(false);
  }));

test('what was saved is no draft any more, with the files that were chosen for it', () =>
  leaving(async () => {
    const { page } = office;
    await go(office, 'collections/notice/new');
    await fill(page, 'title', '关于附件的通知');
    await fill(page, 'id', 'with-a-file');
    await fill(page, 'published', '2026-07-02');
    await choose(page, 'form', '通知');
    await fill(page, 'body', '见附件。');
    await fill(page, 'source', '示例');
    const file = { name: '表.txt', mimeType: 'text/plain', buffer: Buffer.from('甲\n') };
    await page.getByLabel('选择要加的附件').setInputFiles(file);
    await page.getByLabel('第 1 个附件的名称').waitFor();
    await publish(page);
    expect(office.read('_notice/2026/with-a-file/biao.txt')).toBe('甲\n');
    await go(office, 'collections/notice');
    await page
      .getByRole('link', { name: /关于附件的通知/ })
      .first()
      .waitFor();
    expect(await drafts().isVisible()).toBe(false);
  }));

test('a key in the very moment that the form comes, and the page gone in the same, are kept', () =>
  leaving(async () => {
    const { page } = office;
    office.given('_notice/2026/at-once.md', notice('立刻前', '正文。'));
    await page.goto('about:blank');
    await page.addInitScript(() => {
      if (sessionStorage.getItem('typed') === 'yes') return;
      new MutationObserver((_, observer) => {
        const title = document.querySelector<HTMLInputElement>('input[id^="title-field"]');
        if (!title || !location.hash.includes('at-once')) return;
        observer.disconnect();
        sessionStorage.setItem('typed', 'yes');
        const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
        value?.set?.call(title, '立刻后');
        title.dispatchEvent(new Event('input', { bubbles: true }));
        location.replace('about:blank');
      }).observe(document, { childList: true, subtree: true });
    });
    await page
      .goto(`${office.url}#/collections/notice/entries/2026/at-once`)
      .catch(() => undefined);
    await page.waitForURL('about:blank');
    await go(office, 'collections/notice/entries/2026/at-once');
    await restored().click();
    await soon(() => control(page, 'title').inputValue()).toBe('立刻后');
    await publish(page);
  }));

test('what stands in the text and in a cell that was not left yet is kept when the page is closed', () =>
  leaving(async () => {
    const { page } = office;
    office.given('_register/2026/cells.csv', '名称,地址\n东山点,东山路1号\n');
    office.given(
      '_register/2026/cells.md',
      '---\ntitle: 发放点\nkind: register\npublished: 2026-07-01\nattribute:\n  type: 主动\ncolumns:\n  - 名称\n  - 地址\nsource: 示例\n---\n\n说明。\n',
    );
    await go(office, 'collections/register/entries/2026/cells');
    await page.locator('.body-text').click();
    await page.keyboard.press('End');
    await page.keyboard.type('补充');
    const cell = page.getByLabel('第 1 行 地址');
    await cell.fill('东山路2号');
    await go(office, 'collections/register/entries/2026/cells');
    await restored().click();
    await soon(() => cell.inputValue()).toBe('东山路2号');
    await soon(() => page.locator('.body-text').textContent()).toBe('说明。补充');
    await publish(page);
  }));

test('who goes to another page of the editor, or types on beside an older draft, loses nothing', () =>
  leaving(async () => {
    const { page } = office;
    office.given('_notice/2026/twice.md', notice('两次前', '正文。'));
    await go(office, 'collections/notice/entries/2026/twice');
    await fill(page, 'title', '第一次');
    await page.evaluate(() => {
      location.hash = '#/collections/notice';
    });
    await drafts().waitFor();
    await page.evaluate(() => {
      location.hash = '#/collections/notice/entries/2026/twice';
    });
    await restored().waitFor();
    await fill(page, 'title', '第二次');
    await go(office, 'collections/notice/entries/2026/twice');
    await soon(() => restored().count()).toBe(2);
    await restored().last().click();
    await soon(() => control(page, 'title').inputValue()).toBe('第一次');
    await restored().click();
    await soon(() => control(page, 'title').inputValue()).toBe('第二次');
    await publish(page);
    // What was saved here before is not taken for somebody else's.
    await fill(page, 'title', '第三次');
    await go(office, 'collections/notice/entries/2026/twice');
    await restored().first().click();
    await soon(() => control(page, 'title').inputValue()).toBe('第三次');
    await publish(page);
    await go(office, 'collections/notice');
    await drafts().click();
    await page.getByRole('button', { name: '丢弃' }).click();
    await answer(page, '丢弃');
    await soon(() => drafts().isVisible()).toBe(false);
  }));

test('a form of any kind that was only looked at is no draft', async () => {
  const { page } = office;
  await go(office, 'collections/notice');
  const kinds = await page
    .locator('aside a[href*="#/collections/"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
  expect(kinds.length).toBeGreaterThan(5);
  for (const kind of kinds) {
    await page.evaluate((hash) => {
      location.hash = `${hash}/new`;
    }, kind);
    await control(page, 'title').waitFor();
    await page.waitForTimeout(300);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, kind);
    await control(page, 'title').waitFor({ state: 'detached' });
  }
  await go(office, 'collections/notice');
  expect(await drafts().isVisible()).toBe(false);
});

test('an id that is taken is told at once; a published interpretation is never written over', async () => {
  const { page } = office;
  office.given(
    '_interpretation/2026/explained.md',
    '---\ntitle: 已有的解读\nkind: interpretation\n---\n',
  );
  await beginPolicy(office);
  await fill(page, 'id', 'autumn-notice');
  await page.getByText('“autumn-notice”已经用于').first().waitFor();
  await fill(page, 'id', 'heat-rules-2');
  await page.getByRole('button', { name: '新增解读' }).click();
  await control(page, 'title').fill('解读');
  await control(page, 'id').fill('explained');
  await choose(page, 'form', '问答');
  await fill(page, 'body', '说明。');
  await page.locator('.editor-save').click();
  await page.getByText(/解读“explained”已经发布过/).waitFor();
  expect(office.read('_interpretation/2026/explained.md')).toContain('已有的解读');
  expect(existsSync(join(office.root, 'qingshan/_policy/2026/heat-rules-2.md'))).toBe(false);
});

test('a save stops at errors and leads to each; the list marks the entry', async () => {
  const { page } = office;
  await go(office, 'collections/notice--social-assistance/new');
  await fill(page, 'title', '关于高温津贴的通知');
  await find(page, 'item', '本领域其他');
  await choose(page, 'form', '通知');
  await fill(page, 'doc-number', '安府办发[2026]5号');
  await fill(page, 'source', '示例');
  await page.locator('.editor-save').click();
  await soon(() => box(page).textContent()).toContain('应为：安府办发〔2026〕5号');
  await box(page)
    .getByRole('button', { name: /^发文字号/ })
    .click();
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  await soon(focused).toMatch(/^doc-number-field/);
  const beside = page.locator('.editor-field-findings', { hasText: '安府办发〔2026〕5号' });
  expect(await beside.isVisible()).toBe(true);
  await page.locator('.editor-save').click();
  await answer(page, '先存成草稿（改好前不能发布）');
  await page.getByText('修改已保存', { exact: true }).waitFor();
  await go(office, 'collections/notice--social-assistance');
  await page.locator('.editor-mark.error').first().waitFor();
});

test('a save waits for the id that is proposed, however slowly what spells it comes', async () => {
  const { page } = office;
  await page.goto('about:blank');
  let letGo = (): void => undefined;
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(/editor-naming-[^/]+\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await go(office, 'collections/notice/new');
  await fill(page, 'title', '关于防汛的通知');
  await choose(page, 'form', '通知');
  await fill(page, 'source', '示例');
  await fill(page, 'body', '正文。');
  expect(await control(page, 'id').inputValue()).toBe('');
  await page.locator('.editor-save').click();
  letGo();
  await page.getByText('修改已保存', { exact: true }).waitFor();
  await page.unroute(/editor-naming-[^/]+\.js$/);
  // The address follows a moment after the words.
  const stored = () => /entries\/([^?]+)/.exec(page.url())?.[1] ?? '';
  await soon(stored).toMatch(/fangxun/);
  const path = stored();
  expect(office.read(`_notice/${path}.md`)).toContain('title: 关于防汛的通知');
});

test('a save waits for a server that is gone, and goes through when it is back', async () => {
  const { page } = office;
  const path = '_notice/2026/waits.md';
  office.given(path, notice('断线前', '正文。'));
  await go(office, 'collections/notice/entries/2026/waits');
  await fill(page, 'title', '断线后');
  await page.waitForTimeout(400);
  let gone = true;
  await page.route('**/api/v1', (route) => {
    const saves = route.request().postData()?.includes('"persistEntry"');
    return gone && saves ? route.abort() : route.continue();
  });
  await page.locator('.editor-save').click();
  await soon(() => box(page).textContent()).toContain('连不上保存内容的地方');
  expect(office.read(path)).toContain('断线前');
  gone = false;
  await page.getByText('修改已保存', { exact: true }).waitFor();
  expect(office.read(path)).toContain('title: 断线后');
  await page.unroute('**/api/v1');
});

test('an entry is found by its number and opened with the keys', async () => {
  const { page } = office;
  await go(office, 'collections/notice');
  await page.getByRole('searchbox').fill('示例办[2025]6号');
  const found = page.locator('.editor-results a');
  await found.first().waitFor();
  expect(await found.count()).toBe(1);
  // It is really there for the eye: nothing covers it.
  const seen = await found.first().evaluate((link) => {
    const { left, top, height } = link.getBoundingClientRect();
    return document.elementFromPoint(left + 5, top + height / 2) === link;
  });
  expect(seen).toBe(true);
  await page.keyboard.press('Enter');
  await control(page, 'title').waitFor();
});

test('a register begins from its item, and takes an Excel copy by the names of its columns', async () => {
  const { page } = office;
  await go(office, 'collections/notice');
  await page.getByRole('button', { name: '按事项新建' }).click();
  await page.getByRole('searchbox', { name: '公开事项' }).fill('学校名录');
  await page.keyboard.press('Enter');
  await answer(page, '开始写');
  await soon(() => control(page, 'title').inputValue()).toBe('义务教育学校名录');
  await page.getByText('公开时限').first().waitFor();
  await fill(page, 'source', '示例');
  await page.getByRole('button', { name: '添加一行' }).click();
  const first = page.getByLabel('第 1 行 学校名称');
  await first.fill('待换的');
  await first.evaluate((cell) => {
    const data = new DataTransfer();
    data.setData(
      'text/plain',
      '办公电话\t学校名称\t学校地址\t备注\n0000-0000001\t东山小学\t"东山路1号\n院内"\t寄宿\n',
    );
    cell.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await page.getByText('多出这几列，留在最后：备注').waitFor();
  const cell = (name: string) => page.getByLabel(`第 1 行 ${name}`).inputValue();
  expect([await cell('学校名称'), await cell('办公电话'), await cell('备注')]).toEqual([
    '东山小学',
    '0000-0000001',
    '寄宿',
  ]);
  expect(await cell('学校地址')).toBe('东山路1号\n院内');
  await page.getByRole('button', { name: '去掉这几列' }).click();
  expect(await page.getByLabel('第 1 行 备注').count()).toBe(0);
  await page.locator('.editor-rows').getByRole('button', { name: '撤销' }).click();
  expect(await cell('备注')).toBe('寄宿');
});

test('an entry begun by its item has that of the model county beside it, to be copied; without one nothing is said', async () => {
  const { page, root } = office;
  const begin = async () => {
    await go(office, 'collections/notice');
    await page.getByRole('button', { name: '按事项新建' }).click();
    await page.getByRole('searchbox', { name: '公开事项' }).fill('最低生活保障 办事指南');
    await page.keyboard.press('Enter');
    await answer(page, '开始写');
    await page.getByText('公开时限').first().waitFor();
  };
  const settings = office.read('county.yaml');
  office.given('county.yaml', `${settings}model: yangzi\n`);
  await begin();
  // No such county is in the repository, as in one whose demonstrations were taken away.
  expect(await page.getByText('样子：').count()).toBe(0);

  const folder = join(root, 'yangzi/social-assistance/minimum-living-guide/2019');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, 'yangzi/county.yaml'), 'id: yangzi\nname: 样子县\n');
  writeFileSync(
    join(folder, 'model-guide-2019.md'),
    '---\ntitle: 低保怎样申请\nkind: guide\npublished: 2019-03-01\nattribute: { type: 主动 }\nwho: 收入低于标准的家庭\n---\n\n## 怎样申请\n\n到乡镇提出。\n',
  );
  await begin();
  const model = page.getByText('样子：样子县的《低保怎样申请》');
  await model.click();
  await page.getByText('收入低于标准的家庭').waitFor();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: '复制正文' }).click();
  await page.getByText('已复制').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    '## 怎样申请\n\n到乡镇提出。',
  );
  office.given('county.yaml', settings);
  rmSync(join(root, 'yangzi'), { recursive: true });
}, 60_000);
