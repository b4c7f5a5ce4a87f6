import type { DocumentCounts, EntryOf } from '@columns/content';
import { documentCounts, firstDay, isKind, isOpen } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';

type Report = EntryOf<'annual-report'>;

/** Part one may have this many characters (国办公开办函〔2021〕30号). */
const MOST_CHARACTERS = 1000;

/** The report of the government itself; each of its organs writes its own (第四十九条). */
const OWN = '本级政府';

/** The last column of a row of part three. */
const TOTAL_COLUMN = 6;

/** Reports published after the day that the law sets for whoever wrote them. */
export function lateReports({ column }: RuleContext): Found[] {
  return reportsOf(column.entries).flatMap((report) => {
    const { by, year, published } = report.data;
    const due = dueDay(column, by, year);
    if (due === undefined || firstDay(published) <= due) return [];
    return [{ ...atField(report, 'published'), value: published, other: due }];
  });
}

/** Offices without the report of a year that is due, from the year after their first. */
export function missingReports({ column, asOf }: RuleContext): Found[] {
  if (asOf === undefined) return [];
  const reports = reportsOf(column.entries)
    .filter(({ data }) => firstDay(data.published) <= asOf)
    .sort((a, b) => b.data.year - a.data.year);
  const offices = new Map<string, Report[]>();
  for (const report of reports) {
    const { by, unit } = report.data;
    const office = by === OWN ? by : `${by} ${unit}`;
    offices.set(office, [...(offices.get(office) ?? []), report]);
  }
  const owed = [...offices.values()].flatMap((own): Found[] => {
    const [newest] = own as [Report];
    const years = own.map(({ data }) => data.year);
    const missing: number[] = [];
    const isDue = (year: number) => isOver(dueDay(column, newest.data.by, year), asOf);
    for (let year = Math.min(...years) + 1; isDue(year); year += 1)
      if (!years.includes(year)) missing.push(year);
    if (missing.length === 0) return [];
    return [{ ...atField(newest, 'year'), value: missing.join('、'), other: newest.data.title }];
  });
  return offices.has(OWN) ? owed : [...withoutAny(column, asOf), ...owed];
}

/** A government that has no report at all: the last one that was due is told. */
function withoutAny(column: RuleContext['column'], asOf: string): Found[] {
  const { county } = column;
  // Reports of another kind may be named there: of which years they are, nobody can tell.
  if (county.parts.reports.length > 0) return [];
  const year = [1, 2]
    .map((back) => Number(asOf.slice(0, 4)) - back)
    .find((each) => isOver(dueDay(column, OWN, each), asOf));
  if (year === undefined) return [];
  const at = { file: `${county.id}/county.yaml`, line: 1, column: 1 };
  return [{ ...at, value: String(year), other: county.name }];
}

function isOver(due: string | undefined, asOf: string): boolean {
  return due !== undefined && due < asOf;
}

/** The last day for the report of a year, by who writes it. */
function dueDay(
  { deadlines }: RuleContext['column'],
  by: Report['data']['by'],
  year: number,
): string | undefined {
  const id = by === OWN ? 'annual-report-county' : 'annual-report-agency';
  const rule = deadlines.find((deadline) => deadline.id === id)?.rule;
  if (rule?.kind !== 'fixed-date') return undefined;
  return `${year + 1}-${two(rule.month)}-${two(rule.day)}`;
}

/** Reports whose part one is longer than the format allows. */
export function longOverviews({ column }: RuleContext): Found[] {
  return reportsOf(column.entries).flatMap((report) => {
    const characters = [...plain(report.data.overview)].length;
    if (characters <= MOST_CHARACTERS) return [];
    return [
      {
        ...atField(report, 'overview'),
        value: `${characters} 字`,
        expected: `不超过 ${MOST_CHARACTERS} 字`,
      },
    ];
  });
}

/** Reports whose part five says what the year before said. */
export function repeatedProblems({ column }: RuleContext): Found[] {
  return pairs(column.entries).flatMap(({ report, before }) => {
    if (plain(report.data.problems) !== plain(before.data.problems)) return [];
    return [
      { ...atField(report, 'problems'), value: `${before.data.year} 年度`, other: before.file },
    ];
  });
}

/** Reports that begin with another number of open applications than the year before ended with. */
export function brokenCarry({ column }: RuleContext): Found[] {
  return pairs(column.entries).flatMap(({ report, before }) => {
    const brought = report.data.applications['brought']?.[TOTAL_COLUMN] ?? 0;
    const carried = before.data.applications['carried']?.[TOTAL_COLUMN] ?? 0;
    if (brought === carried) return [];
    return [
      {
        ...atField(report, 'applications'),
        field: 'applications.brought',
        value: `${brought} 件`,
        expected: `${carried} 件，与 ${before.data.year} 年度报告的“结转下年度继续办理”一致`,
        other: before.file,
      },
    ];
  });
}

const DOCUMENTS = [
  { key: 'made', label: '本年制发件数', of: (counts: DocumentCounts) => counts.made },
  { key: 'repealed', label: '本年废止件数', of: (counts: DocumentCounts) => counts.repealed },
  { key: 'valid', label: '现行有效件数', of: (counts: DocumentCounts) => counts.valid },
] as const;

/**
 * Reports of the government whose 行政规范性文件 are not those that the site itself shows for the year.
 * Only years in which the site has such documents are compared: elsewhere there is no ledger yet.
 */
export function differingDocuments({ column }: RuleContext): Found[] {
  return reportsOf(column.entries).flatMap((report) => {
    if (report.data.by !== OWN) return [];
    const counts = documentCounts(column.entries, report.data.year);
    if (counts.made + counts.repealed + counts.valid === 0) return [];
    return DOCUMENTS.flatMap(({ key, label, of }) => {
      const told = report.data.proactive.documents[key];
      if (told === of(counts)) return [];
      return [
        {
          ...atField(report, 'proactive'),
          field: `proactive.documents.${key}`,
          value: `${told}`,
          other: label,
          expected: `${of(counts)}，与本专栏备案台账 ${report.data.year} 年的统计一致`,
        },
      ];
    });
  });
}

/** What the report counts of decisions, and the forms that show them one by one. */
const DECISIONS = [
  {
    key: 'permits',
    label: '行政许可处理决定数量',
    forms: { permits: '许可决定日期' },
    sort: '行政许可',
  },
  {
    key: 'penalties',
    label: '行政处罚处理决定数量',
    forms: { penalties: '处罚决定日期' },
    sort: '行政处罚',
  },
  { key: 'compulsion', label: '行政强制处理决定数量', forms: {}, sort: '行政强制' },
] as const;

/**
 * Reports of the government that tell of fewer permits, penalties or acts of compulsion than the site itself shows
 * of that year, one a row: what is not shown by law may make the report's number larger, never smaller.
 */
export function fewerDecisions({ column, tables }: RuleContext): Found[] {
  const reports = reportsOf(column.entries).filter(({ data }) => data.by === OWN);
  if (reports.length === 0) return [];
  const registers = column.entries.flatMap((entry) => {
    const table = tables.get(entry.id);
    return table && isOpen(entry) && !column.relations[entry.id]?.replacedBy ? [table] : [];
  });
  return reports.flatMap((report) =>
    DECISIONS.flatMap(({ key, label, forms, sort }): Found[] => {
      const shown = registers.reduce((sum, { form, columns, rows }) => {
        const own = (forms as Readonly<Record<string, string>>)[form];
        const day = columns.indexOf(own ?? '决定日期');
        if (own === undefined && form !== 'enforcement-results') return sum;
        const kind = columns.indexOf('类别');
        return (
          sum +
          rows.filter(
            (cells) =>
              cells[day]?.startsWith(`${report.data.year}-`) &&
              (own !== undefined || cells[kind] === sort),
          ).length
        );
      }, 0);
      const told = report.data.proactive[key];
      if (told >= shown) return [];
      return [
        {
          ...atField(report, 'proactive'),
          field: `proactive.${key}`,
          value: `${told}`,
          other: label,
          expected: `不少于 ${shown}，即本专栏公示的 ${report.data.year} 年决定的件数`,
        },
      ];
    }),
  );
}

function reportsOf(entries: RuleContext['column']['entries']): Report[] {
  return entries.filter((entry): entry is Report => isKind(entry, 'annual-report')).filter(isOpen);
}

/** Each report with that of the same office for the year before. */
function pairs(entries: RuleContext['column']['entries']): { report: Report; before: Report }[] {
  const reports = reportsOf(entries);
  return reports.flatMap((report) => {
    const { by, unit, year } = report.data;
    const before = reports.find(({ data }) => {
      return data.by === by && data.unit === unit && data.year === year - 1;
    });
    return before ? [{ report, before }] : [];
  });
}

/** Text without the spaces and line breaks that do not count. */
function plain(text: string): string {
  return text.replaceAll(/\s/g, '');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
