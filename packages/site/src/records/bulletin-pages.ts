import { type Bulletin, blamed, praised } from '@columns/check/coverage';
import { BESIDE } from '@columns/export';
import {
  type Block,
  type Cell,
  type FigurePage,
  heading,
  link,
  list as listOf,
  table,
  words,
} from '@columns/export/page';
import { groupBy } from '@columns/standard';

/** So many months are shown. */
export const BULLETIN_MONTHS = 12;

const CRUMBS = [
  { title: '公开情况', path: BESIDE.coverage },
  { title: '监测通报', path: BESIDE.bulletins },
];

/** 监测通报: a page for each month that is over, and the list of them. Every figure follows from the content. */
export function* bulletinPages(list: readonly Bulletin[], asOf: string): Generator<FigurePage> {
  yield {
    path: BESIDE.bulletins,
    title: '监测通报',
    crumbs: CRUMBS.slice(0, 1),
    body: [
      words(
        '截至',
        { day: asOf },
        '。每月终了后由程序按公开的内容统计，不作人工评定；公开后又改正的，以现在的内容为准。',
      ),
      list.length === 0
        ? words('还没有满一个月的内容。')
        : table({
            caption: '各月通报',
            head: ['月份', '公开信息', '通报表扬', '通报批评'],
            rows: list.map((one): Cell[] => [
              { text: monthText(one.month), path: pathOf(one) },
              one.units.reduce((sum, { published }) => sum + published, 0),
              praised(one).length,
              blamed(one).length,
            ]),
          }),
    ],
  };
  for (const one of list) {
    yield {
      path: pathOf(one),
      title: `${monthText(one.month)}监测通报`,
      crumbs: CRUMBS,
      body: [
        heading('通报表扬'),
        words('当月有公开、没有逾期的单位：'),
        praised(one).length === 0
          ? words('没有。')
          : listOf(
              ...praised(one).map(({ id, name, published }) => [
                link(BESIDE.dutiesOf(id), name),
                `：公开 ${published} 条`,
              ]),
            ),
        heading('通报批评'),
        blamed(one).length === 0
          ? words('没有单位在当月逾期。')
          : table({
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
        ...sorts(one),
      ],
    };
  }
}

function sorts(one: Bulletin): Block[] {
  const faults = blamed(one).flatMap((unit) => unit.faults);
  if (faults.length === 0) return [];
  const counts = [...groupBy(faults, ({ sort }) => sort)].map(
    ([sort, each]) => `${sort} ${each.length} 项`,
  );
  return [words(`合计：${counts.join('，')}。`)];
}

function pathOf({ month }: Bulletin): string {
  return `${BESIDE.bulletins}${month}/`;
}

function monthText(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}
