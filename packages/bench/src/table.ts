/** A Markdown table whose source lines up; the first cells of number columns are set right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) =>
    Math.max(...all.map((cells) => cells[column]?.length ?? 0)),
  );
  const right = head.map((_, column) => rows.every((cells) => /^[\d–]/.test(cells[column] ?? '')));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, right[column] ?? false)).join(' | ')} |`;
  const rule = widths.map((width, column) => '-'.repeat(width - 1) + (right[column] ? ':' : '-'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** A figure as tables show it: `10,000`, `4.21`. The same in every locale. */
export function number(value: number, digits = 0): string {
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}
