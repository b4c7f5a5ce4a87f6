import type { YamlSource } from './yaml.ts';
import { readYaml } from './yaml.ts';

export interface SplitFile {
  readonly yaml: YamlSource;
  readonly body: string;
  /** Line of the file at which the body begins. */
  readonly bodyLine: number;
}

/** Cuts a file into front matter and body; `undefined` when it does not begin with one. */
export function splitFrontMatter(
  text: string,
): { head: string; body: string; bodyLine: number } | undefined {
  const plain = normalise(text);
  const match = /^---[ \t]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n|$)/.exec(plain);
  if (!match) return undefined;
  const body = plain.slice(match[0].length);
  const bodyLine = match[0].split('\n').length;
  return { head: match[1] ?? '', body, bodyLine };
}

/** Reads the front matter that was cut off. */
export function readHead({
  head,
  body,
  bodyLine,
}: NonNullable<ReturnType<typeof splitFrontMatter>>): SplitFile {
  return { yaml: readYaml(head, 2), body, bodyLine };
}

/** One kind of line end, no byte order mark. */
export function normalise(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
}
