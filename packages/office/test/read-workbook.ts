import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'parse5';

type Cell = string | number;

/** Reads a workbook back, by another road than it was written: every part must parse on its own. */
export function readWorkbook(bytes: Uint8Array): { name: string; rows: Cell[][] }[] {
  const files = unzipSync(bytes);
  const part = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const names = elements(part('xl/workbook.xml'), 'sheet').map(({ attrs }) => attrs['name'] ?? '');
  return names.map((name, i) => {
    const cells = elements(part(`xl/worksheets/sheet${i + 1}.xml`), 'c');
    const rows: Cell[][] = [];
    for (const { attrs, text } of cells) {
      const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(attrs['r'] ?? '') ?? [];
      const column = [...letters].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0) - 1;
      const line = rows[Number(row) - 1] ?? [];
      rows[Number(row) - 1] = line;
      line[column] = attrs['t'] === 'inlineStr' ? text : Number(text);
    }
    const width = Math.max(0, ...rows.map(({ length }) => length));
    return {
      name,
      rows: rows.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? '')),
    };
  });
}

interface Found {
  readonly attrs: Readonly<Record<string, string>>;
  readonly text: string;
}

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

function elements(xml: string, name: string): Found[] {
  const found: Found[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === name) {
      const attrs = Object.fromEntries((node.attrs ?? []).map((one) => [one.name, one.value]));
      found.push({ attrs, text: textOf(node) });
    }
    for (const child of node.childNodes ?? []) visit(child);
  };
  // Self-closing elements of XML would swallow what follows them in HTML.
  visit(parse(xml.replaceAll(/<(\w+)([^>]*)\/>/g, '<$1$2></$1>')) as unknown as Node);
  return found;
}

function textOf(node: Node): string {
  return (node.value ?? '') + (node.childNodes ?? []).map(textOf).join('');
}
