import type { Finding } from '../finding.ts';
import { commandData, commandProperty, logLine } from './github-markup.ts';
import { pathOf } from './path.ts';
import type { CheckReport, Reporter } from './report.ts';
import { reportTerminal } from './terminal.ts';
import { visible } from './visible.ts';

/** GitHub shows ten annotations of a step and drops the rest without a word; the summary has them all. */
const SHOWN = 10;

/**
 * The log of a run on GitHub: the first ten findings as annotations on their lines, errors before
 * warnings, then the whole report, in which nothing can pass for a workflow command.
 */
export const reportGithub: Reporter = (report, options) => {
  const text = reportTerminal(report, { ...options, colour: false });
  return [...annotations(report), ...text.trimEnd().split('\n').map(logLine), ''].join('\n');
};

/** `::error file=…,line=…::` for the first ten findings. */
export function annotations({ counties }: Pick<CheckReport, 'counties'>): string[] {
  const all = counties.flatMap(({ findings }) => findings);
  const ofLevel = (level: Finding['level']) => all.filter((finding) => finding.level === level);
  return [...ofLevel('error'), ...ofLevel('warning')].slice(0, SHOWN).map(annotation);
}

function annotation({ level, file, line, column, field, message, expected, mend, rule }: Finding) {
  const place = Object.entries({
    file: visible(pathOf(file)),
    line: String(line),
    col: String(column),
    title: level === 'error' ? '错误' : '提醒',
  }).map(([key, value]) => `${key}=${commandProperty(value)}`);
  const lines = [
    field === undefined ? message : `${field}：${message}`,
    ...(expected === undefined ? [] : [`应为：${expected}`]),
    ...(mend === '' ? [] : [`改法：${mend}`]),
    `规则：${rule}`,
  ];
  return `::${level} ${place.join(',')}::${commandData(lines.map(visible).join('\n'))}`;
}
