import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, builtFixture } from './build.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
const FORM = '/qingshan/application/form/';

beforeAll(async () => {
  site = await builtFixture();
  expect(site.code, site.output).toBe(0);
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Opened {
  readonly page: Page;
  /** Everything that was asked of any host after the page had loaded. */
  readonly asked: string[];
}

/** Opens the form and takes the network away. */
async function openForm(): Promise<Opened> {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  // A test cannot press the buttons of the browser's own dialogue.
  await page.addInitScript('window.print = () => { window.printed = (window.printed ?? 0) + 1; }');
  await page.goto(server.origin + FORM, { waitUntil: 'networkidle' });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:')) asked.push(request.url());
  });
  await context.setOffline(true);
  await context.route('**', (route) => route.abort());
  return { page, asked };
}

const faults = (page: Page) => page.locator('[data-fault]:not(:empty)').allTextContents();
const check = (page: Page) => page.click('form[novalidate] button[type=submit]');

async function fillPerson(page: Page): Promise<void> {
  await page.fill('#office', '县民政局');
  await page.check('input[name=applicant][value=公民]');
  await page.fill('#name', '张三（示例）');
  await page.check('input[name=paper][value=居民身份证]');
  await page.fill('#number', '999999199001010016');
  await page.fill('#telephone', '13800000000');
  await page.fill('#title', '青山县社会救助实施办法');
  await page.fill('#feature', '第一行\n第二行 <b>&');
  await page.check('input[name=form][value=电子文件]');
  await page.check('input[name=way][value=当面领取]');
}

describe('the application form, without network', () => {
  test('left empty, says so beside each field and in a summary that leads there', async () => {
    const { page, asked } = await openForm();
    await check(page);
    const told = await faults(page);
    expect(told).toEqual([
      '请填写向哪个行政机关申请',
      '请选择申请人是公民，还是法人或其他组织',
      '请填写联系电话，以便确认收到申请',
      '名称、文号、其他特征请至少填写一项，否则无法查找',
      '请选择希望得到纸质的还是电子文件',
      '请选择怎样获取',
    ]);
    const summary = page.locator('[data-summary]');
    expect(await summary.locator('h2').textContent()).toBe('有 6 处需要改正');
    expect(await summary.locator('a').allTextContents()).toEqual(told);
    expect(await page.evaluate('document.activeElement.hasAttribute("data-summary")')).toBe(true);
    await summary.locator('a').nth(2).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('telephone');
    expect(await page.getAttribute('#telephone', 'aria-invalid')).toBe('true');
    expect(await page.getAttribute('#telephone', 'aria-describedby')).toContain('telephone-fault');
    expect(asked).toEqual([]);
    await page.context().close();
  });

  test('filled in wrong, says what is wrong, and takes it back once it is right', async () => {
    const { page } = await openForm();
    await fillPerson(page);
    await page.fill('#number', '999999199002300016');
    await page.fill('#telephone', '138');
    await page.fill('#email', '张三');
    await page.fill('#postcode', '1');
    await page.check('input[name=way][value=邮寄]');
    await check(page);
    expect(await faults(page)).toEqual([
      '公民身份号码第 7 至 14 位是出生日期，“19900230”不是一个日期',
      expect.stringContaining('11 位手机号码'),
      expect.stringContaining('电子邮箱写成'),
      '选择邮寄的，请填写通信地址',
      '邮政编码是 6 位数字',
    ]);
    await page.fill('#number', '999999199001010016');
    expect(await faults(page)).toHaveLength(4);
    await page.check('input[name=applicant][value=法人或其他组织]');
    await page.fill('#code', '91999999MA00000001');
    expect(await faults(page)).toEqual(
      expect.arrayContaining(['请填写单位全称', '统一社会信用代码与校验码不符，请逐位核对']),
    );
    expect(await page.isVisible('#number')).toBe(false);
    await page.context().close();
  });

  test('filled in right, is printed as one sheet with nothing but the sheet on it', async () => {
    const { page, asked } = await openForm();
    await page.click('[data-print-sheet]');
    expect(await page.evaluate('window.printed')).toBeUndefined();
    await fillPerson(page);
    await page.click('[data-print-sheet]');
    expect(await page.evaluate('window.printed')).toBe(1);
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    const seen = (await page.evaluate('document.body.innerText')) as string;
    expect(seen).toContain('政府信息公开申请表');
    expect(seen).toContain('张三（示例）');
    expect(seen).toContain('第二行 <b>&');
    expect(seen).toContain('☐纸质　☑电子文件');
    expect(seen).not.toContain('统一社会信用代码');
    expect(seen).not.toContain('核对');
    expect(await page.isVisible('form[novalidate]')).toBe(false);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: false });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(asked).toEqual([]);
    await page.context().close();
  });

  test('filled in right, is saved as a Word file that can be read back', async () => {
    const { page, asked } = await openForm();
    await fillPerson(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('[data-save]'),
    ]);
    expect(download.suggestedFilename()).toBe('政府信息公开申请表.docx');
    const files = unzipSync(await readFile(await download.path()));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    // The browser's own parser is no part of what wrote the file.
    const read = (await page.evaluate(`(() => {
      const tree = new DOMParser().parseFromString(${JSON.stringify(xml)}, 'application/xml');
      const texts = (node) => [...node.getElementsByTagName('w:t')].map((t) => t.textContent);
      return {
        error: tree.querySelector('parsererror')?.textContent ?? '',
        rows: [...tree.getElementsByTagName('w:tr')].map(texts),
      };
    })()`)) as { error: string; rows: string[][] };
    expect(read.error).toBe('');
    expect(read.rows).toContainEqual(['姓名', '张三（示例）']);
    expect(read.rows).toContainEqual(['证件号码', '999999199001010016']);
    expect(read.rows).toContainEqual(['其他特征描述', '第一行', '第二行 <b>&']);
    expect(read.rows).toContainEqual(['获取方式', '☐邮寄　☐电子邮件　☑当面领取　☐当场查阅']);
    expect(await page.textContent('[data-said]')).toContain('已存为 Word');
    expect(asked).toEqual([]);
    await page.context().close();
  });

  test.each(['公民', '法人或其他组织'])(
    'for %s, with all its faults shown, axe finds nothing',
    async (who) => {
      const { page } = await openForm();
      await page.check(`input[name=applicant][value=${who}]`);
      await check(page);
      await page.evaluate(AXE);
      const found = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
      expect(found.violations.map(({ id }) => id)).toEqual([]);
      await page.context().close();
    },
  );

  test('works by keyboard alone', async () => {
    const { page } = await openForm();
    await page.focus('#office');
    await page.keyboard.type('县民政局');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.isChecked('#applicant')).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await page.isVisible('#organisation')).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('organisation');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.hasAttribute("data-summary")')).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('organisation');
    await page.context().close();
  });

  test('emptied, keeps nothing, in the page or in the browser', async () => {
    const { page } = await openForm();
    await fillPerson(page);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
    expect(await page.evaluate('document.cookie')).toBe('');
    await page.click('form[novalidate] button[type=reset]');
    await page.waitForFunction(() => document.querySelector('[data-said]')?.textContent !== '');
    expect(await page.textContent('[data-sheet]')).not.toContain('张三');
    expect(await page.inputValue('#number')).toBe('');
    await page.context().close();
  });
});

test('without script there is a blank sheet to print and write on, for both kinds of applicants', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.origin + FORM);
  expect(await page.isVisible('form[novalidate]')).toBe(false);
  const sheet = await page.textContent('[data-sheet]');
  for (const label of [
    '姓名',
    '证件号码',
    '统一社会信用代码',
    '其他特征描述',
    '申请人签名或者盖章',
  ])
    expect(sheet).toContain(label);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await context.close();
});
