import {
  COVERAGE_SETTINGS,
  COVERAGE_STATES,
  type Coverage,
  type CoverageState,
  type CoveredItem,
  FILING_STATES,
  type FilingStep,
  figures,
  type GroupFigures,
  isMet,
  PAIR_STATES,
  PERIOD_STATES,
  type PeriodCell,
  type PeriodicCoverage,
  type PeriodState,
  type PublisherFigures,
  periodicCoverage,
  STATES,
  scoreText,
  type UnitDuties,
} from '@columns/check/coverage';
import { addressOf, dateText } from '@columns/content';
import { BESIDE } from '@columns/export';
import {
  type Block,
  type Cell,
  type FigurePage,
  facts,
  heading,
  joined,
  link,
  list,
  table,
  words,
} from '@columns/export/page';
import {
  groupBy,
  type PublisherSort,
  periodLabels,
  periodText,
  publisherSorts,
} from '@columns/standard';
import { FORMATS, type Place } from './frame.ts';
import { toldPage } from './told-page.ts';

const CRUMB = { title: '公开情况', path: BESIDE.coverage };

/** `/coverage/`: numbers, a chart of the trend, and the list behind each number. */
export function* coveragePages(
  place: Place,
  coverage: Coverage,
  duties: readonly UnitDuties[],
): Generator<FigurePage> {
  const { column } = place;
  const { asOf, total, domains, units, levels, items, trend, weights } = coverage;
  const files = FORMATS.map(([format, name]) => link(`data/column/coverage.${format}`, name));
  const scoring = STATES.filter((state) => weights[state] !== null).map(
    (state) => `${COVERAGE_STATES[state]} ${weights[state]}`,
  );
  yield {
    path: BESIDE.coverage,
    title: '公开情况',
    crumbs: [],
    body: [
      words('截至', { day: asOf }, `，${figures(total)}。`),
      facts(
        `得分为各事项折算值的平均：${scoring.join('，')}。只评目录已经核实、由县级主动公开的事项；目录未核实的事项不评，与所公开的内容无关。折算比例和期限的出处见页末。下载：`,
        ...joined(files, '、'),
        '。',
        ...joined(
          [
            link('coverage/units/', '各单位的职责和时限'),
            link(BESIDE.bulletins, '监测通报'),
            link(BESIDE.assessment, '考核评议'),
          ],
          '、',
        ),
        '。',
      ),
      ...(column.county.level === 'county'
        ? []
        : [words(link('coverage/counties/', '各县区公开情况'))]),
      heading('走势'),
      trendChart(trend),
      groupTable('各状态的事项', [total], () => undefined, true),
      heading('前后衔接的比率'),
      ...rateTable(coverage),
      heading('按公开主体'),
      publisherSums(coverage),
      words(
        ...joined(
          [
            link('coverage/publishers/', '各公开主体的情况'),
            link('coverage/periodic/', '按月、季、年公开的各期情况'),
            link('coverage/told/', '新闻发布和政策解读的次数'),
          ],
          '；',
        ),
        '。',
      ),
      heading('按领域'),
      groupTable('各领域', domains, ({ id }) => `coverage/domains/${id}/`),
      ...(units.length > 0
        ? [heading('按牵头单位'), groupTable('各牵头单位', units, () => undefined)]
        : []),
      heading('按公开层级'),
      groupTable('各公开层级', levels, () => undefined),
      heading('评价所用的数值'),
      table({
        caption: '县区可以另定，以本县区登记的为准',
        head: ['数值', '出处'],
        rows: COVERAGE_SETTINGS.map(({ title, source }) => [title, source]),
      }),
    ],
  };
  for (const state of STATES) {
    const listed = items.filter((item) => item.state === state);
    yield itemsPage(`${COVERAGE_STATES[state]}的事项`, `coverage/states/${state}/`, listed);
  }
  for (const { id, name } of domains) {
    const listed = items.filter(({ domain }) => domain === id);
    yield itemsPage(`${name}的公开情况`, `coverage/domains/${id}/`, listed, false);
  }
  yield {
    path: 'coverage/publishers/',
    title: '各公开主体的情况',
    crumbs: [CRUMB],
    body: SORTS.flatMap((sort) =>
      publisherTable(
        publisherSorts[sort],
        coverage.publishers.filter((each) => each.sort === sort),
      ),
    ),
  };
  yield ratesPage(coverage);
  yield periodicPage(asOf, column);
  yield toldPage(place, asOf);
  yield* dutyPages(asOf, duties);
}

/** What must be followed by what, and how often it was in time. */
function rateTable({ rates }: Coverage): Block[] {
  const counted = rates.filter(({ total }) => total > 0);
  const bare = rates.length - counted.length;
  if (counted.length === 0) return [words('还没有可以计算的比率。')];
  const met = (rate: (typeof rates)[number]) => {
    const kept = isMet(rate);
    return kept === undefined ? '' : kept ? '，达到' : '，未达到';
  };
  return [
    table({
      caption: '应当前后衔接的，按时做到的比率',
      head: ['比率', '数值', '要求', '应有', '按时', '逾期', '尚无'],
      rows: counted.map((rate): Cell[] => [
        rate.unkept.length > 0
          ? { text: rate.name, path: `coverage/rates/#${rate.id}` }
          : rate.name,
        `${(rate.rate ?? 0).toFixed(1)}%`,
        rate.target === undefined ? '—' : `${rate.target}%${met(rate)}`,
        ...[rate.total, rate.done, rate.late, rate.missing],
      ]),
    }),
    ...(bare > 0 ? [facts(`另有 ${bare} 个比率还没有可以计算的信息。`)] : []),
  ];
}

/** The lists behind the rates: what came late, and what is missing still. */
function ratesPage(coverage: Coverage): FigurePage {
  const { asOf, rates } = coverage;
  const lists = rates
    .filter(({ unkept }) => unkept.length > 0)
    .flatMap(({ id, name, late, missing, unkept }): Block[] => {
      const all = late + missing;
      const unkeptTable = table({
        caption: `逾期 ${late}，尚无 ${missing}${all > unkept.length ? `，列前 ${unkept.length} 项` : ''}`,
        head: ['信息', '起算', '最迟', '情况'],
        rows: unkept.map(({ title, path, row, state, day = '—', due = '—' }): Cell[] => [
          { text: row === undefined ? title : `${title}（第 ${row} 行）`, path },
          ...[day, due, PAIR_STATES[state]],
        ]),
      });
      return [{ is: 'heading', id, text: name }, unkeptTable];
    });
  return {
    path: 'coverage/rates/',
    title: '前后衔接的比率',
    crumbs: [CRUMB],
    body: [
      words(
        '截至',
        { day: asOf },
        '。比率是应有后一环节的信息中，按时有了的所占的百分数；没有到期的不算。',
      ),
      ...rateTable(coverage),
      ...(lists.length === 0 ? [words('没有逾期和尚无的。')] : lists),
    ],
  };
}

/** How many of the newest periods are shown. */
const PERIODS = 12;

/** What is due period by period, with what is late and what is missing: items by periods, a table a length. */
function periodicPage(asOf: string, column: Place['column']): FigurePage {
  const rows = periodicCoverage(column, asOf);
  const begun = rows.filter(({ cells }) => cells.length > 0);
  const count = (state: PeriodState) =>
    begun.reduce((sum, { cells }) => sum + cells.filter((cell) => cell.state === state).length, 0);
  const lengths = Object.keys(periodLabels) as (keyof typeof periodLabels)[];
  const counts = PERIODIC_STATES.map((state) => `${PERIOD_STATES[state]} ${count(state)} 期`);
  return {
    path: 'coverage/periodic/',
    title: '各期公开情况',
    crumbs: [CRUMB],
    body: [
      words(
        '截至',
        { day: asOf },
        `，${rows.length} 个按期公开的事项：${counts.join('，')}。从各事项第一次公开的一期算起，列最近 ${PERIODS} 期。`,
      ),
      ...lengths.flatMap((every) => {
        return periodGrid(
          periodLabels[every],
          begun.filter(({ of }) => of.item.every === every),
        );
      }),
      ...notBegun(rows.filter(({ cells }) => cells.length === 0)),
    ],
  };
}

const PERIODIC_STATES = ['there', 'late', 'missing'] as const;

function periodGrid(every: string, rows: readonly PeriodicCoverage[]): Block[] {
  if (rows.length === 0) return [];
  const known = new Set(rows.flatMap(({ cells }) => cells.map(({ period }) => period)));
  const periods = [...known].sort().slice(-PERIODS).reverse();
  const grid = table({
    caption: `${every}公开的事项，最近的一期在前`,
    wide: true,
    head: ['事项', ...periods.map(periodText)],
    rows: rows.map(({ of: { within, path }, name, cells }): Cell[] => {
      const byPeriod = new Map(cells.map((cell) => [cell.period, cell]));
      return [
        { text: `${name}（${within}）`, path },
        ...periods.map((period) => periodCell(byPeriod.get(period))),
      ];
    }),
  });
  return [grid];
}

/** How a period stands and when it came; the day by which it was due, where it was missed. */
function periodCell(cell: PeriodCell | undefined): Cell {
  if (!cell) return '—';
  const { state, due, entry } = cell;
  const day = entry && dateText(entry.data.published);
  const term = due !== undefined && state !== 'there' && `期限 ${due}`;
  const text = [PERIOD_STATES[state], day, term].filter(Boolean).join('\n');
  return entry ? { text, path: addressOf(entry) } : text;
}

/** Items of which no period has anything: by name, for every town or village may have them. */
function notBegun(rows: readonly PeriodicCoverage[]): Block[] {
  if (rows.length === 0) return [];
  const names = [...groupBy(rows, ({ name }) => name)].map(([name, [first, ...rest]]) => {
    if (!first || rest.length > 0) return `${name}（${rest.length + 1} 个公开主体）`;
    return [link(first.of.path, name), `（${first.of.within}）`];
  });
  return [heading('还没有按期公开的事项'), list(...names)];
}

const SORTS = Object.keys(publisherSorts) as PublisherSort[];

const CATALOGUE = ['公开事项', '已公开', '应公开', '其中空白'];

/** “1+26+4”: the county's base set and its domains, then every sort of publisher summed. */
function publisherSums({ catalogues }: Coverage): Block {
  return table({
    caption: '各类公开主体的目录',
    head: ['目录', '个数', ...CATALOGUE],
    rows: catalogues.map(({ name, publishers, items, published, due, missing }): Cell[] => [
      ...[name, publishers, items, published, due, missing],
    ]),
  });
}

/** The figures of all of a sort, and below them what each lacks: names beside figures would be lines a page long. */
function publisherTable(sort: string, list: readonly PublisherFigures[]): Block[] {
  if (list.length === 0) return [];
  const steps = [...new Set(list.flatMap(({ filing }) => filing.map((step) => step.name)))];
  const counted = table({
    caption: `${sort}的公开数量`,
    head: ['公开主体', ...CATALOGUE, ...steps.map((step) => `目录${step}`)],
    rows: list.map(({ name, path, items, published, counts, filing }): Cell[] => [
      { text: name, path: path || 'disclosure/' },
      ...[items, published, items - counts.unconfirmed, counts.empty],
      ...steps.map((step) => filingText(filing.filter((one) => one.name === step))),
    ]),
  });
  const blank = list.filter(({ counts }) => counts.empty > 0).map(blankItems);
  return [heading(`${sort}（${list.length} 个）`), counted, ...blank];
}

/** The blank items of a publisher, folded: a town may have eighty. */
function blankItems({ name, counts, blank }: PublisherFigures): Block {
  const lines = blank.map(({ level1, names }) =>
    // An item of one level is named once.
    names.length === 1 && names[0] === level1 ? level1 : `${level1}：${names.join('、')}`,
  );
  return { is: 'fold', title: `${name}空白的事项（${counts.empty} 项）`, items: lines };
}

function filingText(steps: readonly FilingStep[]): string {
  const texts = steps.map(({ state, by, done }) => {
    const days = [done, by && `期限 ${by}`].filter(Boolean).join('，');
    return `${FILING_STATES[state]}（${days}）`;
  });
  return texts.join('；') || '—';
}

function groupTable(
  caption: string,
  groups: readonly GroupFigures[],
  pathOf: (group: GroupFigures) => string | undefined,
  lists = false,
): Block {
  return table({
    caption,
    head: ['名称', '得分', '事项', ...STATES.map((state) => COVERAGE_STATES[state])],
    rows: groups.map((group): Cell[] => {
      const path = pathOf(group);
      const number = (state: CoverageState): Cell =>
        lists
          ? { text: String(group.counts[state]), path: `coverage/states/${state}/` }
          : group.counts[state];
      return [
        path === undefined ? group.name : { text: group.name, path },
        scoreText(group.score),
        group.items,
        ...STATES.map(number),
      ];
    }),
  });
}

function itemsPage(
  title: string,
  path: string,
  items: readonly CoveredItem[],
  /** Whether the items are of several domains, which then must be told. */
  mixed = true,
): FigurePage {
  const rows = items.map((item): Cell[] => [
    { text: item.name, path: `domains/${item.ref}/` },
    ...(mixed ? [item.domainName] : []),
    COVERAGE_STATES[item.state],
    item.entries,
    item.newest === undefined ? '—' : dateText(item.newest),
    item.renewBy ?? '—',
    item.units.map(({ name }) => name).join('、') || '—',
  ]);
  const head = [
    '事项',
    ...(mixed ? ['领域'] : []),
    ...['状态', '已公开条数', '最近公开', '应在此前更新', '牵头单位'],
  ];
  const body =
    rows.length === 0
      ? words('没有这样的事项。')
      : table({ caption: `共 ${rows.length} 个事项`, head, rows });
  return { path, title, crumbs: [CRUMB], body: [body] };
}

/** The score of each quarter's end. */
function trendChart(trend: Coverage['trend']): Block {
  const chart = {
    ...{ title: '得分走势', over: 'time' as const },
    marks: trend.map(({ day, score }, i) => ({
      ...{
        label: day,
        value: score,
        text: score?.toFixed(1),
        tick: `${Number(day.slice(5, 7))}月`,
      },
      year: trend[i - 1]?.day.slice(0, 4) === day.slice(0, 4) ? undefined : `${day.slice(0, 4)}年`,
    })),
  };
  return { is: 'chart', chart };
}

function* dutyPages(asOf: string, duties: readonly UnitDuties[]): Generator<FigurePage> {
  yield {
    path: 'coverage/units/',
    title: '各单位的职责和时限',
    crumbs: [CRUMB],
    body: [
      table({
        caption: `截至 ${asOf}；近期指今后 20 个工作日`,
        head: ['单位', '牵头事项', '空白', '已逾期', '近期到期', '日历文件'],
        rows: duties.map(({ id, name, items, empty, overdue, soon }): Cell[] => [
          { text: name, path: BESIDE.dutiesOf(id) },
          ...[items, empty, overdue.length, soon.length],
          { text: '下载', path: `${BESIDE.dutiesOf(id)}duties.ics` },
        ]),
      }),
    ],
  };
  for (const { id, name, overdue, soon, later } of duties) {
    const due = (caption: string, group: UnitDuties['soon']) =>
      group.length === 0
        ? words(`${caption}：没有。`)
        : table({
            caption: `${caption}（${group.length} 项）`,
            head: ['时限', '要做的事', '依据'],
            rows: group.map(({ day, title, why, path }) => [day, { text: title, path }, why]),
          });
    yield {
      path: BESIDE.dutiesOf(id),
      title: `${name}的职责和时限`,
      crumbs: [CRUMB, { title: '各单位', path: 'coverage/units/' }],
      body: [
        words(
          link(`${BESIDE.dutiesOf(id)}duties.ics`, '下载日历文件'),
          '，可导入手机和办公软件的日历。',
        ),
        ...[heading('已逾期'), due('已逾期', overdue)],
        ...[heading('今后 20 个工作日'), due('近期到期', soon)],
        ...[heading('以后'), due('以后到期', later)],
      ],
    };
  }
}
