import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { htmlFiles, listFiles } from './files.ts';

/**
 * What only makers of software say: names of formats and algorithms, datums of maps, files of ours. Words that people
 * meet when they save something (Word, Excel, CSV) are none.
 */
const MAKERS =
  /markdown|front matter|json|\bschema\b|\bdcat|\bcsvw\b|\bbd-?09\b|\bcgcs|\bgcj-?02\b|\bwgs-?84\b|sha-?256|\batom\b|\brss\b|minisign|[\w-]+\.(?:ya?ml|mdx?|toml)\b/iu;
const UNSEEN = new Set(['script', 'style', 'template', 'noscript']);
const AROUND = 12;

type Node = DefaultTreeAdapterTypes.Node;

/**
 * Words of makers on the pages below a folder, each as `file: …words around it…`.
 * @param forMakers pages that are made for inspectors and developers, by their files
 */
export function wordFaults(folder: string, forMakers: RegExp): string[] {
  return htmlFiles(listFiles(folder))
    .filter((file) => !forMakers.test(file))
    .flatMap((file) => {
      const text = visibleText(readFileSync(join(folder, file), 'utf8'));
      const at = MAKERS.exec(text)?.index;
      return at === undefined
        ? []
        : [`${file}: …${text.slice(Math.max(0, at - AROUND), at + 20)}…`];
    });
}

/** The text that a reader sees or hears; white space becomes one space. */
function visibleText(html: string): string {
  const parts: string[] = [];
  const read = (node: Node) => {
    if ('tagName' in node) {
      if (UNSEEN.has(node.tagName)) return;
      for (const { name, value } of node.attrs)
        if (name === 'aria-label' || name === 'title' || name === 'alt') parts.push(value);
    }
    if (node.nodeName === '#text' && 'value' in node) parts.push(node.value);
    if ('childNodes' in node) for (const child of node.childNodes) read(child);
  };
  read(parse(html));
  return parts.join(' ').replaceAll(/\s+/g, ' ');
}
