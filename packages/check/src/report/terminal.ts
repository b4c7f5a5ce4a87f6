import type { Exemption } from '../facts/exemptions.ts';
import { TYPE_NAMES } from '../personal/index.ts';
import type { CheckReport, CountyReport, ReportOptions } from './report.ts';
import { reportText, summary } from './text.ts';
import { shown } from './visible.ts';

/** The report of `columns check` in a terminal: each county with its findings, then what stands by law. */
export function reportTerminal({ counties, change }: CheckReport, options: ReportOptions): string {
  const head = change
    ? [
        `与 ${shown(change.base)} 相比：新增 ${change.added.length} 个文件，修改 ${change.changed.length} 个，删除 ${change.removed.length} 个。\n`,
      ]
    : [];
  return [...head, ...counties.map((county) => ofCounty(county, options))].join('');
}

function ofCounty(county: CountyReport, { colour }: ReportOptions): string {
  const { name, files, entries, findings, exemptions, older = 0 } = shown(county);
  const before = older === 0 ? '' : `另有 ${older} 处提醒在这次改动之前就有。`;
  const heading = `${name}：文件 ${files} 个，信息 ${entries} 条。${summary(findings)}${before}`;
  const lines = exemptions.length === 0 ? '' : listed(exemptions);
  if (findings.length === 0) return `${heading}\n${lines}`;
  return `${reportText(findings, { heading, colour })}${lines}\n`;
}

const TYPES: Readonly<Record<string, string>> = TYPE_NAMES;

function listed(exemptions: readonly Exemption[]): string {
  const lines = exemptions.map(({ file, title, type, reason, holds }) => {
    const counts = Object.entries(holds).map(([key, count]) => `${TYPES[key] ?? key} ${count} 处`);
    const found = counts.length === 0 ? '没有查到个人信息' : counts.join('、');
    return `  content/${file}　${title}：${type}（${reason}）；${found}\n`;
  });
  return `依法公开个人信息的例外 ${exemptions.length} 条：\n${lines.join('')}`;
}
