import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KIND_IDS } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, builtFixture } from './build.ts';

let site: BuiltApp;
const page = (path: string) => readFileSync(join(site.dist, path, 'index.html'), 'utf8');
const textOf = (html: string) =>
  html
    .replaceAll(/<(?:style|script).*?<\/(?:style|script)>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
/** What stands between two headings, by their ids. */
const between = (html: string, from: string, to: string) =>
  html.slice(html.indexOf(`id="${from}"`), html.indexOf(`id="${to}"`));

beforeAll(async () => {
  site = await builtFixture();
  expect(site.code, site.output).toBe(0);
});

describe('政府信息公开', () => {
  test('opens with the four parts of the law, each with what it must say', () => {
    const html = page('disclosure');
    const { entries } = loadStandard().statute;
    for (const { id, name } of entries) {
      expect(html).toContain(`href="#${id}"`);
      expect(html).toMatch(new RegExp(`<h2[^>]* id="${id}"[^>]*>${name}`));
    }
    const guide = textOf(between(html, 'guide', 'rules'));
    expect(guide).toContain('条例第十二条要求写明：政府信息的分类、编排体系、获取方式。');
  });

  test('says of the office in charge what its record holds, and names the rest of the six facts', () => {
    const guide = textOf(between(page('disclosure'), 'guide', 'rules'));
    expect(guide).toContain('政府信息公开工作机构的名称 政务公开股');
    expect(guide).toMatch(/未写明 (?:办公地址、|办公时间、|联系电话、)*传真号码/);
  });

  test('lists every class of articles 20 and 21 with the items that fulfil it, or says that there is nothing', () => {
    const html = page('disclosure');
    const { statute, sets } = loadStandard();
    const rows = sets.flatMap(({ items }) => items);
    for (const { id, name } of statute.classes) {
      expect(html).toContain(`id="class-${id.replace('.', '-')}"`);
      expect(html).toContain(name);
    }
    for (const { id, for: sorts = ['county'], statute: own = [] } of rows)
      if (sorts.includes('county') && own.some((one) => !one.startsWith('21t')))
        expect(html).toContain(`href="/qingshan/domains/base/${id}/"`);
    expect(textOf(between(html, 'class-20-7', 'class-20-8'))).toMatch(/预算、决算 \d+ 条，最新/);
    expect(textOf(between(html, 'class-20-14', 'class-20-15'))).toContain('尚无');
  });
});

describe('a town', () => {
  test('lists the classes of article 21 that are asked of towns alone, each with what is there', () => {
    const html = page('towns/dongshan');
    const own = between(html, 'statute', 'catalogue');
    for (const { id, name, for: sorts } of loadStandard().statute.classes) {
      if (!sorts.includes('town')) continue;
      // What every agency is asked for stands with the county's.
      if (id.startsWith('21t.')) expect(textOf(own)).toContain(name);
      else expect(own).not.toContain(`id="class-${id.replace('.', '-')}"`);
    }
    expect(textOf(own)).toContain('尚无');
  });
});

describe('五公开', () => {
  test('shows each part with the kinds, forms and items that belong to it', () => {
    const html = page('disclosure/five');
    for (const { name } of loadStandard().five.parts)
      expect(html).toMatch(new RegExp(`<h2[^>]*>${name}公开`));
    expect(html).toContain('href="/qingshan/kinds/consultation/"');
    expect(textOf(between(html, 'five-5', 'footer'))).toContain('政府决算 1 条');
  });

  test('leaves out no kind but those that may be of any part', () => {
    const told = loadStandard().five.parts.flatMap(({ kinds }) => kinds);
    const any = ['notice', 'statement', 'gazette', 'register'];
    expect([...told, ...any].sort()).toEqual([...KIND_IDS].sort());
  });
});
