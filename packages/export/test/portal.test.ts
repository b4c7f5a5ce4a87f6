import { readColumn, shownColumn } from '@columns/content';
import { type Files, makeCounty, notice, policy } from '@columns/content/fixture';
import { loadStandard } from '@columns/standard';
import { describe, expect, it } from 'vitest';
import { countySummary, fillSlots, slotHtml, summarySchema } from '../src/portal/index.ts';

const FILES: Files = {
  'shili/budget/_general/2023/new.md': notice(['title: 新预算', 'published: 2023-06-02']),
  'shili/budget/_general/2022/old.md': notice(['title: 旧预算', 'published: 2022-06-02']),
  'shili/budget/_general/2023/gone.md': notice([
    'title: 错了',
    'published: 2023-07-01',
    'withdrawn: {date: 2023-08-01, reason: 误发}',
  ]),
  'shili/_policy/2023/closed.md': policy(
    [
      'published: 2023-09-01',
      'attribute: {type: 不予, grounds: 条例第十四条, reassess: 2024-09-01}',
    ],
    '',
  ),
  'shili/_notice/2023/moved.md': notice(['published: 2023-05-01', 'formerly: [2021/first]']),
};

function summary() {
  const { contentRoot } = makeCounty({ files: FILES });
  const { column } = readColumn(contentRoot, 'shili', loadStandard());
  if (!column) throw new Error('The fixture has no column.');
  return countySummary(shownColumn(column));
}

describe('the summary of a county', () => {
  it('counts what is open to all, and names the newest, in each domain and in all', () => {
    const { entries, newest, domains } = summary();
    expect(entries).toBe(3);
    const budget = { title: '新预算', address: '2023/new/', published: '2023-06-02' };
    expect(newest).toEqual(budget);
    expect(domains.find(({ id }) => id === 'budget')).toMatchObject({ entries: 2, newest: budget });
    expect(domains.find(({ id }) => id === 'health')).toMatchObject({ entries: 0, newest: null });
  });

  it('tells in its feed of withdrawals too, the latest first, each under the first address it had', () => {
    const told = summary().feed.map(({ id, title, updated }) => [id, title, updated]);
    expect(told).toEqual([
      ['2023/gone/', '（已撤回）错了', '2023-08-01'],
      ['2023/new/', '新预算', '2023-06-02'],
      ['2021/first/', expect.anything(), '2023-05-01'],
      ['2022/old/', '旧预算', '2022-06-02'],
    ]);
  });

  it('is read back by its own schema', () => {
    const made = summary();
    expect(summarySchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
  });
});

describe('the places in a page', () => {
  const page = `<main>${slotHtml('newest', '待填')}<p>中</p>${slotHtml('feed', '')}</main>`;

  it('are filled, and can be filled again in a page kept from an earlier site', () => {
    const fill = (text: string) => (name: string) => `${text}${name}`;
    const once = fillSlots(page, fill('一'));
    expect(once).toContain('一newest');
    expect(once).not.toContain('待填');
    expect(fillSlots(once ?? '', fill('二'))).toBe(fillSlots(page, fill('二')));
  });

  it('are none in any other page', () => {
    expect(fillSlots('<main><!-- portal --></main>', () => '')).toBeUndefined();
  });

  it('take what is put in as it is: dollar signs and the marks of other places do no harm', () => {
    expect(fillSlots(page, () => '$& $1')).toContain(
      '<!--portal:newest-->$& $1<!--/portal:newest-->',
    );
  });
});
