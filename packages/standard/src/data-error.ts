/**
 * A data file of this package is broken: a maintainer's fault, so the message is English.
 * It names the file, the path inside it and the value found.
 */
export class StandardDataError extends Error {
  readonly file: string;
  readonly path: string;
  readonly value: unknown;

  constructor(file: string, path: string, value: unknown, why: string) {
    const shown = JSON.stringify(value) ?? 'nothing';
    const short = shown.length > 120 ? `${shown.slice(0, 117)}...` : shown;
    super(`${file}: ${path || '(whole file)'} is ${short}: ${why}`);
    this.name = 'StandardDataError';
    this.file = file;
    this.path = path;
    this.value = value;
  }
}

/** `items[3].id` from `['items', 3, 'id']`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** The value at `path`, or undefined where the path leads nowhere. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Record<PropertyKey, unknown>)[key];
  }, root);
}
