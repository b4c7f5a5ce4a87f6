import { type Bulletin, blamed, praised } from '@columns/check/coverage';
import { BESIDE, escapeHtml } from '@columns/export';
import { groupBy } from '@columns/standard';
import { type Cell, linkHtml, type Place, type RecordPage, tableHtml } from './frame.ts';

/** So many months are shown. */
export const BULLETIN_MONTHS = 12;

const CRUMBS = [
  { title: '公开情况', path: BESIDE.coverage },
  { title: '监测通报', path: BESIDE.bulletins },
];

/** 监测通报: a page for each month that is over, and the list of them. Every figure follows from the content. */
export function* bulletinPages(
  { base }: Place,
  list: readonly Bulletin[],
  asOf: string,
): Generator<RecordPage> {
  yield {
    path: BESIDE.bulletins,
    title: '监测通报',
    crumbs: CRUMBS.slice(0, 1),
    body: [
      `<p>截至 <time datetime="${asOf}">${asOf}</time>。每月终了后由程序按公开的内容统计，不作人工评定；公开后又改正的，以现在的内容为准。</p>`,
      list.length === 0
        ? '<p>还没有满一个月的内容。</p>'
        : tableHtml(base, {
            caption: '各月通报',
            head: ['月份', '公开信息', '通报表扬', '通报批评'],
            rows: list.map((one): Cell[] => [
              { text: monthText(one.month), path: pathOf(one) },
              one.units.reduce((sum, { published }) => sum + published, 0),
              praised(one).length,
              blamed(one).length,
            ]),
          }),
    ].join('\n'),
  };
  for (const one of list) {
    yield {
      path: pathOf(one),
      title: `${monthText(one.month)}监测通报`,
      crumbs: CRUMBS,
      body: [
        '<h2>通报表扬</h2>',
        '<p>当月有公开、没有逾期的单位：</p>',
        praised(one).length === 0
          ? '<p>没有。</p>'
          : `<ul>${praised(one)
              .map(({ id, name, published }) => {
                return `<li>${linkHtml(base, BESIDE.dutiesOf(id), name)}：公开 ${published} 条</li>`;
              })
              .join('')}</ul>`,
        '<h2>通报批评</h2>',
        blamed(one).length === 0
          ? '<p>没有单位在当月逾期。</p>'
          : tableHtml(base, {
              caption: `当月有逾期的单位（${blamed(one).length} 个）`,
              head: ['单位', '问题', '事项', '日期'],
              rows: blamed(one).flatMap(({ id, name, faults }) =>
                faults.map(({ sort, title, day, path }): Cell[] => [
                  { text: name, path: BESIDE.dutiesOf(id) },
                  sort,
                  { text: title, path },
                  day,
                ]),
              ),
            }),
        sorts(one),
      ].join('\n'),
    };
  }
}

function sorts(one: Bulletin): string {
  const faults = blamed(one).flatMap((unit) => unit.faults);
  if (faults.length === 0) return '';
  const counts = [...groupBy(faults, ({ sort }) => sort)].map(
    ([sort, each]) => `${escapeHtml(sort)} ${each.length} 项`,
  );
  return `<p>合计：${counts.join('，')}。</p>`;
}

function pathOf({ month }: Bulletin): string {
  return `${BESIDE.bulletins}${month}/`;
}

function monthText(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}
