import type { Finding } from '../finding.ts';
import { changedEntries } from './changed-entries.ts';
import { markdown } from './github-markup.ts';
import { pathOf } from './path.ts';
import type { ChangeReport, CheckReport, CountyReport } from './report.ts';
import { summary } from './text.ts';

/** GitHub takes a summary of at most 1 MiB a step, and refuses the whole of a longer one. */
const LARGEST = 900_000;
/** Entries that are listed by name in each group; the rest are counted. */
const LISTED = 50;

/**
 * The job summary in Chinese, as Markdown: what was changed, then every finding, by county and file,
 * errors before warnings.
 */
export function githubSummary(report: CheckReport): string {
  const { counties, change, strict } = report;
  const findings = counties.flatMap((county) => county.findings);
  const blocked = findings.some(({ level }) => strict || level === 'error');
  const head = [
    `# 内容检查${blocked ? '未通过' : '通过'}：${counted(findings)}`,
    blocked
      ? '请照下面的“改法”修改后再提交；每处都写明了文件、行和列，改完会自动重新检查。'
      : '没有必须修改的地方；提醒不妨碍合并，请酌情处理。',
    countyTable(report),
    ...(change ? changeLists(change) : []),
  ];
  return fitted([...head, ...counties.flatMap(countyPart)]);
}

function counted(findings: readonly Finding[]): string {
  return summary(findings).replace(/。$/, '');
}

function countyTable({ counties, change }: CheckReport): string {
  if (counties.length === 0) return '这次改动不涉及任何县区的内容。';
  const rows = counties.map(({ id, name, findings, older, entries }) => {
    const errors = findings.filter(({ level }) => level === 'error').length;
    const changed = change ? changedEntries(change, id) : undefined;
    const cells = changed
      ? [changed.added.length, changed.changed.length, changed.removed.length]
      : [entries];
    const before = change ? [older ?? 0] : [];
    return [markdown(name), ...cells, errors, findings.length - errors, ...before];
  });
  const heads = change
    ? ['县区', '新增信息', '修改信息', '删除信息', '错误', '提醒', '改动之前就有的提醒']
    : ['县区', '信息', '错误', '提醒'];
  return [heads, heads.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function changeLists(change: ChangeReport): string[] {
  const { added, changed, removed, shared } = changedEntries(change);
  return [
    list('新增信息', added),
    list('修改信息', changed),
    list('删除信息', removed),
    list('县区资料等其他文件', shared),
  ].filter((part) => part !== '');
}

function list(title: string, paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const lines = paths.slice(0, LISTED).map((path) => `- ${code(path)}`);
  const more = paths.length > LISTED ? [`- ……另有 ${paths.length - LISTED} 个`] : [];
  const open = `<details><summary>${title} ${paths.length} 个</summary>`;
  return [open, '', ...lines, ...more, '', '</details>'].join('\n');
}

function code(path: string): string {
  return `<code>${markdown(pathOf(path))}</code>`;
}

function countyPart({ name, findings, older = 0 }: CountyReport): string[] {
  const before = older === 0 ? '' : `另有 ${older} 处提醒在这次改动之前就有，不在这里列出。`;
  if (findings.length === 0) return before === '' ? [] : [`## ${markdown(name)}`, before];
  const worst = (path: string) =>
    findings.some(({ file, level }) => file === path && level === 'error') ? 0 : 1;
  const files = [...new Set(findings.map(({ file }) => file))].sort((a, b) => worst(a) - worst(b));
  return [
    `## ${markdown(name)}：${counted(findings)}`,
    ...(before === '' ? [] : [before]),
    ...files.map((path) => filePart(path, findings)),
  ];
}

function filePart(path: string, findings: readonly Finding[]): string {
  const own = findings.filter(({ file }) => file === path);
  const errors = own.filter(({ level }) => level === 'error');
  const warnings = own.filter(({ level }) => level !== 'error');
  return [`#### ${code(path)}`, '', ...[...errors, ...warnings].map(item)].join('\n');
}

function item({ level, line, column, field, message, expected, mend, rule }: Finding): string {
  const lines = [
    `- ${level === 'error' ? '❌ **错误**' : '⚠️ **提醒**'}　第 ${line} 行第 ${column} 列　${
      field === undefined ? '' : `**${markdown(field)}**：`
    }${markdown(message)}`,
    ...(expected === undefined ? [] : [`应为：${markdown(expected)}`]),
    ...(mend === '' ? [] : [`改法：${markdown(mend)}`]),
    `规则：<code>${markdown(rule)}</code>`,
  ];
  return lines.join('<br>\n  ');
}

/** As many parts as fit, each whole, and a word on the rest. */
function fitted(parts: readonly string[]): string {
  let size = 0;
  const kept = parts.filter((part) => {
    size += Buffer.byteLength(part) + 2;
    return size <= LARGEST;
  });
  const rest = parts.length - kept.length;
  const more =
    rest === 0 ? [] : [`> 篇幅所限，另有 ${rest} 个文件的问题没有列在这里，见运行日志。`];
  return `${[...kept, ...more].join('\n\n')}\n`;
}
