import { kindName } from '@columns/content';
import type { Balance } from '../balance/index.ts';
import type { CatalogueReport } from './import-catalogue.ts';
import type { ImportReport } from './import-files.ts';
import type { Outcome } from './outcome.ts';
import { STATE_NAMES } from './outcome.ts';
import { totalOf } from './total.ts';
import { troubleLines, troublesOf } from './troubles.ts';

const SORTS = {
  missing: '未找到',
  guessed: '请核对',
  'left-out': '没有写入',
  changed: '有改动',
  note: '说明',
  unhandled: '未处理',
} as const;

/** The report of a run in Markdown: what is to be done by kinds of trouble, what went where, then every file. */
export function reportMarkdown({ outcomes, ignored }: ImportReport): string {
  const lines = [
    '# 导入报告',
    '',
    summaryLine(outcomes),
    ...[totalLine(outcomes)].flatMap((line) => (line === '' ? [] : ['', line])),
    ...troubleLines(troublesOf(outcomes)),
    '',
    '## 去向',
    '',
    '| 文件 | 结果 | 写到 | 标题 |',
    '| --- | --- | --- | --- |',
  ];
  for (const each of outcomes) {
    lines.push(
      `| ${[each.source, STATE_NAMES[each.state], each.target ?? '', each.title ?? ''].map(cell).join(' | ')} |`,
    );
  }
  if (ignored.length > 0)
    lines.push(
      '',
      `不是文档、没有看的文件 ${ignored.length} 个：${ignored.slice(0, 50).join('、')}${ignored.length > 50 ? '等' : ''}`,
    );
  lines.push('', '## 逐个说明');
  for (const each of outcomes)
    lines.push('', `### ${each.source}`, '', ...detail(each).map((line) => `- ${line}`));
  return `${lines.join('\n')}\n`;
}

export function summaryLine(outcomes: readonly Outcome[]): string {
  const counts = new Map<string, number>();
  for (const { state } of outcomes) counts.set(state, (counts.get(state) ?? 0) + 1);
  const parts = [...counts].map(
    ([state, count]) => `${STATE_NAMES[state as Outcome['state']]} ${count}`,
  );
  return outcomes.length === 0
    ? '没有找到可以导入的文件。'
    : `共 ${outcomes.length} 条：${parts.join('，')}。`;
}

/** `对账：称量 12 个文件，原文 …`; nothing where no file was weighed. */
export function totalLine(outcomes: readonly Outcome[]): string {
  const { files, source, inEntry, leftOut, attached, unhandled } = totalOf(outcomes);
  if (files === 0) return '';
  return `对账：${files} 个文件，原文共 ${source} 字，写入 ${inEntry}，没有写入并已说明 ${leftOut}，在原样放入的附件中 ${attached}，未处理 ${unhandled}。`;
}

/** What is told of one file: found facts, what is missing, what was left out. */
export function detail(each: Outcome): string[] {
  const lines = [
    `${STATE_NAMES[each.state]}${each.target === undefined ? '' : `：${each.target}`}`,
  ];
  if (each.failure) lines.push(`问题：${each.failure.message}`, `改法：${each.failure.mend}`);
  for (const finding of each.findings ?? []) {
    lines.push(
      `第 ${finding.line} 行${finding.field === undefined ? '' : ` ${finding.field}`}：${finding.message}。${finding.mend}`,
    );
  }
  const personal = each.personal ?? [];
  for (const found of personal.slice(0, 20)) lines.push(`个人信息：${found}`);
  if (personal.length > 20) lines.push(`个人信息：另有 ${personal.length - 20} 处`);
  const { facts, counts } = each;
  if (facts) {
    const found = [
      each.kind === undefined ? '' : `体裁 ${kindName(each.kind)}`,
      named('标题', facts.title),
      named('文号', facts.docNumber),
      named('发文机关', facts.issuer),
      named('发布机构', facts.publisher),
      named('成文日期', facts.formed),
      named('发布日期', facts.published),
      named('公开属性', facts.attribute),
      named('索引号', facts.indexNumber),
      named('有效性', facts.validity),
    ].filter((text) => text !== '');
    lines.push(`找到：${found.join('；')}`);
  }
  if (counts) {
    const shown = Object.entries(counts).filter(([, count]) => count > 0);
    if (shown.length > 0)
      lines.push(
        `内容：${shown.map(([name, count]) => `${COUNTS[name] ?? name} ${count}`).join('，')}`,
      );
  }
  if (each.balance) lines.push(balanceLine(each.balance));
  if (each.attached !== undefined)
    lines.push(`对账：原文 ${each.attached} 字，原样作为附件放入，不另写成信息`);
  for (const { sort, text } of each.remarks) lines.push(`${SORTS[sort]}：${text}`);
  return lines;
}

/**
 * The report of a run for programs: for each entry where it went and, for each file, the balance of its
 * characters (`source` = `inEntry` + all of `leftOut` + `unhandled`); then the total of all.
 */
export function reportJson({ outcomes, ignored }: ImportReport): string {
  const rows = outcomes.map(({ source, state, target, failure, remarks, balance, attached }) => ({
    source,
    state,
    ...(target === undefined ? {} : { target }),
    ...(failure === undefined ? {} : { failure }),
    ...(balance === undefined ? {} : { balance }),
    ...(attached === undefined ? {} : { attached }),
    remarks: remarks.map(({ sort, text }) => ({ sort, text })),
  }));
  return `${JSON.stringify({ total: totalOf(outcomes), outcomes: rows, ignored }, null, 2)}\n`;
}

/** `对账：原文 1200 字，写入 1100，没有写入并已说明 100，未处理 0`. */
function balanceLine({ source, inEntry, leftOut, unhandled }: Balance): string {
  const out = leftOut.reduce((sum, { characters }) => sum + characters, 0);
  return `对账：原文 ${source} 字，写入 ${inEntry}，没有写入并已说明 ${out}，未处理 ${unhandled.characters}`;
}

const COUNTS: Readonly<Record<string, string>> = {
  headings: '小标题',
  tables: '表格',
  sections: '附件等分节',
  pictures: '图片',
  notes: '脚注',
  rows: '数据行',
  columns: '列',
  headRows: '表头行',
};

function named(label: string, value: string | undefined): string {
  return value === undefined ? '' : `${label} ${value}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** What came of a catalogue table, line by line. */
export function catalogueLines({
  domain,
  rows,
  cells,
  difference,
  remarks,
  written,
}: CatalogueReport): string[] {
  const { add, change, missing, same } = difference;
  const total = cells.read + cells.empty + cells.order + cells.unread;
  return [
    `${domain.name}：表中 ${rows} 行；与标准目录相同 ${same}，有改动或经本县区确认 ${change.length}，新增 ${add.length}。${written ? '已写入 catalogue.yaml。' : '没有写入 catalogue.yaml。'}`,
    `  共 ${total} 格：写成字段 ${cells.read}，空白或未勾选 ${cells.empty}，序号 ${cells.order}，看不懂 ${cells.unread}`,
    ...(missing.length > 0
      ? [
          `  标准目录中有、本表没有的事项 ${missing.length}：${missing.map(({ level1, level2 }) => level2 ?? level1).join('、')}`,
        ]
      : []),
    ...remarks.map(({ sort, text }) => `  ${SORTS[sort]}：${text}`),
  ];
}
