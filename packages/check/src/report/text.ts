import type { Finding } from '../finding.ts';
import { pathOf } from './path.ts';
import { shown, unhidden } from './visible.ts';

export interface TextOptions {
  /** Shown above the findings, such as the county's name. */
  readonly heading?: string;
  /** ANSI colours, for a terminal. */
  readonly colour?: boolean;
}

const PAINT = { red: 31, yellow: 33, dim: 2, bold: 1 } as const;

/** Findings as an officer reads them in a terminal: by file, each with where, what and how to mend. */
export function reportText(findings: readonly Finding[], options: TextOptions = {}): string {
  const paint = (style: keyof typeof PAINT, text: string) =>
    options.colour ? `\u001b[${PAINT[style]}m${text}\u001b[0m` : text;
  const lines: string[] = [];
  if (options.heading !== undefined) lines.push(paint('bold', unhidden(options.heading)));
  let file = '';
  for (const finding of shown(findings)) {
    if (finding.file !== file) {
      file = finding.file;
      lines.push('', paint('bold', pathOf(file)));
    }
    const mark = finding.level === 'error' ? paint('red', '错误') : paint('yellow', '提醒');
    const field = finding.field === undefined ? '' : `${finding.field}：`;
    lines.push(
      `  ${mark} 第 ${finding.line} 行第 ${finding.column} 列　${field}${finding.message}`,
    );
    if (finding.expected !== undefined) lines.push(`       应为：${finding.expected}`);
    if (finding.mend !== '') lines.push(`       改法：${finding.mend}`);
    lines.push(paint('dim', `       规则：${finding.rule}`));
  }
  lines.push('', summary(findings));
  return `${lines.join('\n').trimStart()}\n`;
}

/** `错误 2 处，提醒 1 处` or that all is well. */
export function summary(findings: readonly Finding[]): string {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.length - errors;
  if (findings.length === 0) return '检查通过，没有发现问题。';
  return `错误 ${errors} 处，提醒 ${warnings} 处。`;
}
