import type { OfficePackage } from './package.ts';
import type { Remark } from './paper/remark.ts';
import { remark } from './paper/remark.ts';
import { parseXml } from './xml.ts';

/** What a part shows only where it names the relation: without that, no program draws it, and no reader takes it. */
const NAMED =
  /^(?:aFChunk|attachedTemplate|chart|chartEx|chartsheet|control|diagramData|externalLink|image|oleObject|package|subDocument|worksheet)$/;
/** Parts that say how others look or who made them, and nothing of their own. */
const SILENT =
  /(?:^|\/)(?:_rels|docProps|customXml|glossary|theme|themes|printerSettings|fonts?)\/|\[Content_Types\]\.xml$|\/$|\.rels$/i;
/** The most parts that are told by their names. */
const MOST = 8;

/**
 * Parts that a file holds and no place in it shows: what was deleted and stayed, or was put there. Nobody
 * takes them over, so they are told.
 *
 * @param main the part that the package is about
 */
export function unshownParts(file: OfficePackage, main: string): Remark[] {
  const reached = new Set<string>([main.toLowerCase()]);
  const open = ['', main];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const relations = [...file.relations(part)].filter(([, { external }]) => !external);
    const needs = part !== '' && relations.some(([, { type }]) => NAMED.test(type));
    const named = needs ? valuesIn(file, part) : new Set();
    for (const [id, { type, target }] of relations) {
      const key = target.toLowerCase();
      if (reached.has(key) || (needs && NAMED.test(type) && !named.has(id))) continue;
      reached.add(key);
      open.push(target);
    }
  }
  const rest = file
    .names()
    .filter((name) => !SILENT.test(name) && !reached.has(name.toLowerCase()));
  if (rest.length === 0) return [];
  const names = rest.slice(0, MOST).join('、');
  return [
    remark(
      'left-out',
      `文件里另有 ${rest.length} 个部件不在任何地方显示，没有写入：${names}${rest.length > MOST ? ' 等' : ''}`,
      { words: rest.flatMap((name) => wordsOf(file, name)) },
    ),
  ];
}

/** The texts of a part, however its elements are called. */
function wordsOf(file: OfficePackage, name: string): string[] {
  const bytes = /\.xml$/i.test(name) ? file.bytes(name) : undefined;
  const texts: string[] = [];
  if (bytes) parseXml(bytes, { text: (text) => texts.push(text) });
  return texts;
}

/** The values of all attributes of a part that can be the id of a relation. */
function valuesIn(file: OfficePackage, part: string): Set<string> {
  const text = new TextDecoder().decode(file.bytes(part) ?? new Uint8Array());
  const values = new Set<string>();
  for (const [, one, other] of text.matchAll(/=\s*(?:"([^"<>]{1,80})"|'([^'<>]{1,80})')/g))
    values.add((one ?? other) as string);
  return values;
}
