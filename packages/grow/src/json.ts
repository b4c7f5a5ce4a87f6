const WIDTH = 100;

/** JSON as the repository's formatter writes it: a list of single values on one line where it fits. */
export function json(value: unknown): string {
  return `${written(value, 0, 0, true)}\n`;
}

/** `before` is how many characters stand on the line already; a comma follows what is not the last. */
function written(value: unknown, depth: number, before: number, last: boolean): string {
  const inner = '  '.repeat(depth + 1);
  const end = '  '.repeat(depth);
  if (Array.isArray(value)) {
    const whole = flat(value);
    if (whole !== undefined && before + widthOf(whole) + (last ? 0 : 1) <= WIDTH) return whole;
    const rows = value.map((each, index) => {
      return inner + written(each, depth + 1, inner.length, index === value.length - 1);
    });
    return `[\n${rows.join(',\n')}\n${end}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const rows = Object.entries(value).map(([key, each], index, all) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + written(each, depth + 1, widthOf(start), index === all.length - 1);
  });
  return rows.length === 0 ? '{}' : `{\n${rows.join(',\n')}\n${end}}`;
}

/** On one line; an object never is. */
function flat(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (!Array.isArray(value)) return undefined;
  const parts = value.map(flat);
  return parts.includes(undefined) ? undefined : `[${parts.join(', ')}]`;
}

/** A Chinese character is as wide as two letters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, each) => sum + (/[\u2e80-\uffee]/.test(each) ? 2 : 1), 0);
}
