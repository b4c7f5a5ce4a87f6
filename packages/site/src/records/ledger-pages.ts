import type { Entry } from '@columns/content';
import {
  addressOf,
  countStandings,
  dateText,
  isOpen,
  kindName,
  plainTitle,
  STANDINGS,
  type Standing,
  shownOf,
} from '@columns/content';
import { BESIDE, cellsOf, statisticsTable } from '@columns/export';
import {
  type Block,
  type Cell,
  type FigurePage,
  joined,
  link,
  list,
  note,
  type Piece,
  table,
  words,
} from '@columns/export/page';
import { type CountyHistory, NOT_QUOTED, type Revision } from '../history/index.ts';
import { FORMATS, type Place } from './frame.ts';

const CRUMB = { title: '备案台账', path: BESIDE.ledger };
/** Rows on one page of the ledger. */
const PAGE = 500;

/** 备案台账, the ledgers of what is not open to all, and the yearly statistics. */
export function* ledgerPages(
  { column }: Place,
  history: CountyHistory | undefined,
  asOf: string,
): Generator<FigurePage> {
  const units = new Map(
    [...column.departments, ...column.towns, ...column.institutions].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const years = [...new Set(column.entries.map(({ data }) => data.published.slice(0, 4)))]
    .sort()
    .reverse();
  const files = FORMATS.map(([format, name]) => link(`data/column/ledger.${format}`, name));
  const counts = countStandings(column.entries);
  const told = (Object.keys(STANDINGS) as Standing[])
    .filter((standing) => counts[standing] > 0)
    .map((standing) => `${STANDINGS[standing]} ${counts[standing]} 条`);
  yield {
    path: BESIDE.ledger,
    title: '备案台账',
    crumbs: [],
    body: [
      words(
        `每条信息的公开属性、发布审核和公开后的改动，共登记 ${column.entries.length} 条${told.length > 0 ? `，其中${told.join('、')}` : ''}。下载：`,
        ...joined(files, '、'),
        '。',
      ),
      ...(history ? [] : [note('修订记录不可用：没有取得仓库的历史，这里不显示改动。')]),
      list(
        [link('ledger/on-request/', '依申请公开台账'), `（${counts['on-request']} 条）`],
        [link('ledger/withheld/', '不予公开台账'), `（${counts.withheld} 条）`],
        [link('ledger/statistics/', '年度统计')],
        ...years.map((year) => [link(`ledger/${year}/`, `${year} 年发布`)]),
      ),
    ],
  };
  const row = (entry: Entry): Cell[] => {
    const { data } = entry;
    const gone = shownOf(entry) === 'notice';
    const revisions = history?.get(entry.id);
    const record = { text: changesText(revisions, history), path: BESIDE.historyOf(entry.id) };
    return [
      { text: plainTitle(data), path: addressOf(entry) },
      kindName(data.kind),
      (gone ? undefined : units.get(data.unit ?? '')) ?? '—',
      dateText(data.published),
      data.attribute.type,
      data.review ? `${data.review.by}，${data.review.date}，保密审查${data.review.secrecy}` : '—',
      record,
    ];
  };
  const head = ['标题', '体裁', '发布机构', '发布日期', '属性', '发布审核', '公开后的改动'];
  for (const year of years) {
    const own = column.entries.filter(({ data }) => data.published.startsWith(year));
    const pages = Math.ceil(own.length / PAGE);
    for (let page = 0; page < pages; page += 1) {
      const path = (number: number) =>
        `ledger/${year}/${number === 0 ? '' : `page-${number + 1}/`}`;
      const others = Array.from(
        { length: pages },
        (_, i): Piece => (i === page ? `第 ${i + 1} 页` : link(path(i), `第 ${i + 1} 页`)),
      );
      const rows = own.slice(page * PAGE, (page + 1) * PAGE).map(row);
      yield {
        path: path(page),
        title: `备案台账（${year} 年${pages > 1 ? `，第 ${page + 1} 页` : ''}）`,
        crumbs: [CRUMB],
        body: [
          table({ caption: `共登记 ${own.length} 条`, head, rows }),
          ...(pages > 1 ? [words(...joined(others, ' '))] : []),
        ],
      };
    }
  }
  yield closedPage(column.entries, '依申请', '依申请公开台账', 'ledger/on-request/', asOf);
  yield closedPage(column.entries, '不予', '不予公开台账', 'ledger/withheld/', asOf);
  const statistics = cellsOf(statisticsTable, statisticsTable.rows(column));
  yield {
    path: 'ledger/statistics/',
    title: '年度统计',
    crumbs: [CRUMB],
    body: [
      table({
        caption: statisticsTable.description,
        head: statistics.columns,
        rows: statistics.rows.map((cells) =>
          cells.map((cell, i) => (i === 0 ? cell : Number(cell))),
        ),
      }),
    ],
  };
}

function closedPage(
  entries: readonly Entry[],
  type: string,
  title: string,
  path: string,
  asOf: string,
): FigurePage {
  const rows = entries
    .filter(({ data }) => data.attribute.type === type)
    .map((entry): Cell[] => {
      const { title: name, published, attribute } = entry.data;
      const { grounds, reassess } = attribute;
      const due =
        reassess === undefined ? '未定' : `${reassess}${reassess < asOf ? '（已过）' : ''}`;
      return [{ text: name, path: addressOf(entry) }, dateText(published), grounds ?? '—', due];
    });
  const head = ['标题', '登记日期', '理由或法律依据', '下次评估'];
  const body =
    rows.length === 0
      ? words('没有登记。')
      : table({ caption: `共 ${rows.length} 条，截至 ${asOf}`, head, rows });
  return { path, title, crumbs: [CRUMB], body: [body] };
}

function changesText(
  revisions: readonly Revision[] | undefined,
  history: CountyHistory | undefined,
): string {
  if (!history) return '修订记录不可用';
  if (!revisions) return '尚未入库';
  return revisions.length === 1 ? '没有改动' : `改动 ${revisions.length - 1} 次`;
}

/** 修订记录: for each entry what its file is, when it came, and each change since. */
export function* historyPages(
  { column }: Place,
  history: CountyHistory | undefined,
): Generator<FigurePage> {
  for (const entry of column.entries) {
    const { title } = entry.data;
    const revisions = history?.get(entry.id);
    const shown = shownOf(entry);
    yield {
      path: BESIDE.historyOf(entry.id),
      title: '修订记录',
      crumbs: [CRUMB, { title, path: addressOf(entry) }],
      body: [
        words(link(addressOf(entry), title)),
        shown === 'whole'
          ? words(
              '内容文件的校验值（SHA-256）为 ',
              { code: entry.digest },
              '。可以',
              link(BESIDE.fileOf(entry, 'md'), '下载内容文件'),
              '自行计算，看是否一致。',
            )
          : words(`${NOT_SHOWN[shown]}，内容文件和以前的版本不提供。`),
        ...(shown === 'notice' ? [] : revisionBlocks(entry, revisions, history)),
      ],
    };
  }
}

const NOT_SHOWN = {
  header: '该信息不是主动公开的，只登记目录',
  notice: '该信息已撤回',
} as const;

function revisionBlocks(
  entry: Entry,
  revisions: readonly Revision[] | undefined,
  history: CountyHistory | undefined,
): Block[] {
  if (!history) return [note('修订记录不可用：没有取得仓库的历史。')];
  if (!revisions) return [words('内容文件尚未入库。')];
  // As the entry now is, whatever was gathered when it was still open.
  const open = isOpen(entry);
  const last = revisions.at(-1);
  const items = revisions.map((revision, i) => {
    const { day, commit, sha256, changes } = open ? revision : withheld(revision);
    return {
      day,
      said: i === 0 ? ['首次入库'] : changes.length > 0 ? changes : ['内容没有变'],
      ...(commit === undefined ? {} : { version: commit.slice(0, 12) }),
      ...(sha256 === undefined ? {} : { digest: sha256 }),
    };
  });
  return [
    { is: 'heading', text: '改动' },
    { is: 'revisions', items },
    ...(open && last?.sha256 !== undefined && last.sha256 !== entry.digest
      ? [words('本页生成时，另有尚未入库的改动。')]
      : []),
  ];
}

function withheld({ day }: Revision): Revision {
  return { day, changes: [NOT_QUOTED] };
}
