import type { Allowance } from '../allowance.ts';
import type { Attributes } from '../xml.ts';
import { parseXml, rootOf } from '../xml.ts';
import { Zip } from '../zip.ts';
import { countChart } from './chart.ts';
import type { Count, Counted, CountedFile } from './counted.ts';
import { countDiagram } from './diagram.ts';
import { targetsOf } from './parts.ts';

/** Parts of a document that are shown somewhere, by their root. */
const PLACES: Readonly<Record<string, string>> = {
  document: '正文',
  hdr: '页眉',
  ftr: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
  comments: '批注',
};

/**
 * Everything that a .docx shows or could show: all text of all parts, in no other order than theirs.
 * Building blocks (glossary), properties and bound data are shown nowhere as such.
 *
 * @throws OfficeFailure for a zip or XML that cannot be read
 */
export function countWord(bytes: Uint8Array, allowance: Allowance | number): Count {
  const zip = new Zip(bytes, allowance);
  const found: Counted[][] = [];
  const files: CountedFile[] = [];
  const inserted = new Set<string>();
  for (const name of zip.names()) {
    if (/(?:^|\/)(?:_rels|docProps|customXml|glossary)\//i.test(name)) continue;
    if (!/\.xml$/i.test(name)) continue;
    const part = zip.read(name);
    const root = rootOf(part) ?? '';
    const where = PLACES[root];
    if (where !== undefined) {
      const targets = targetsOf(zip, name);
      for (const [id, type] of targets.types)
        if (type === 'aFChunk') inserted.add(targets.names.get(id) ?? '');
      found.push(countStory(part, where, targets.links));
    } else if (root === 'chartSpace') found.push(countChart(part, true));
    else if (root === 'dataModel') found.push(countDiagram(part));
  }
  for (const name of zip.names()) {
    const base = name.slice(name.lastIndexOf('/') + 1);
    if (inserted.has(base.toLowerCase())) files.push({ name: base, bytes: zip.read(name) });
  }
  return { things: found.flat(), files };
}

/** Properties of a formula's parts that hold a sign that is shown. */
export const FORMULA_SIGNS = ['chr', 'begChr', 'endChr', 'sepChr'];

/** Fonts that show other signs than their characters. */
const SYMBOLIC = /^(?:Wingdings(?: [23])?|Symbol|Webdings|Marlett)$/i;

interface Field {
  code: string;
  inResult: boolean;
  shown: boolean;
}

/** One stream of paragraphs; those of text boxes stand inside others. */
export function countStory(
  bytes: Uint8Array,
  where: string,
  links: ReadonlyMap<string, string>,
): Counted[] {
  const things: Counted[] = [];
  const paragraphs: string[] = [];
  const fields: Field[] = [];
  /** For each set of alternatives: whether one was taken. */
  const alternatives: boolean[] = [];
  let skipped = 0;
  /** Words that a change took out: they stand apart from those that stayed. */
  let removed = '';
  let removing = 0;
  let reading: 'text' | 'code' | undefined;
  let symbolic = false;
  let list: { entries: string[]; chosen: number } | undefined;
  const add = (sort: Counted['sort'], text: string) => things.push({ sort, text, where });
  const write = (text: string) => {
    const field = fields.at(-1);
    if (field?.inResult && text.trim() !== '') field.shown = true;
    const symbols = symbolic ? /[^\s\d]/g : /[\ue000-\uf8ff]/g;
    for (const _ of text.matchAll(symbols)) add('sign', '');
    const words = text.replaceAll(symbols, '');
    if (removing > 0) removed += words;
    else if (paragraphs.length === 0) add('text', words);
    else paragraphs[paragraphs.length - 1] += words;
  };
  const link = (id: string | undefined) => {
    const target = links.get(id ?? '');
    if (target !== undefined) add('link', target);
  };
  const open: Readonly<Record<string, (attributes: Attributes) => void>> = {
    p: () => paragraphs.push(''),
    r: () => {
      symbolic = false;
    },
    rFonts: ({ ascii, hAnsi }) => {
      symbolic = SYMBOLIC.test(ascii ?? hAnsi ?? '');
    },
    t: () => {
      reading = 'text';
    },
    delText: () => {
      reading = 'text';
    },
    instrText: () => {
      reading = 'code';
    },
    noBreakHyphen: () => write('-'),
    sym: () => add('sign', ''),
    // Signs of a formula: ∑, brackets, what stands over a letter.
    ...Object.fromEntries(
      FORMULA_SIGNS.map((name) => [name, ({ val = '' }: Attributes) => add('text', val)]),
    ),
    checkBox: () => add('sign', ''),
    textpath: ({ string = '' }) => add('text', string),
    blip: ({ embed, link: outside }) => {
      if (embed !== undefined || outside !== undefined) add('picture', '');
    },
    imagedata: ({ id }) => {
      if (id !== undefined) add('picture', '');
    },
    hyperlink: ({ id }) => link(id),
    hlinkClick: ({ id }) => link(id),
    ddList: () => {
      list = { entries: [], chosen: 0 };
    },
    listEntry: ({ val = '' }) => list?.entries.push(val),
    result: ({ val }) => {
      if (list) list.chosen = Number(val);
    },
    fldChar: ({ fldCharType }) => {
      const field = fields.at(-1);
      if (fldCharType === 'begin') fields.push({ code: '', inResult: false, shown: false });
      else if (fldCharType === 'separate' && field) field.inResult = true;
      else if (fldCharType === 'end' && field) {
        fields.pop();
        if (!field.shown) things.push(...drawn(field.code, where));
      }
    },
  };
  parseXml(bytes, {
    open(name, attributes) {
      if (name === 'AlternateContent') alternatives.push(false);
      else if (name === 'Choice' || name === 'Fallback') {
        if (skipped > 0 || alternatives.at(-1)) skipped++;
        else if (alternatives.length > 0) alternatives[alternatives.length - 1] = true;
      }
      if (skipped > 0) return;
      if (name === 'del' || name === 'moveFrom') removing++;
      open[name]?.(attributes);
    },
    text(text) {
      if (skipped > 0) return;
      if (reading === 'text') write(text);
      else if (reading === 'code') {
        const field = fields.at(-1);
        if (field) field.code += text;
      }
    },
    close(name) {
      if (name === 'AlternateContent') alternatives.pop();
      else if ((name === 'Choice' || name === 'Fallback') && skipped > 0) {
        skipped--;
        return;
      }
      if (skipped > 0) return;
      const ends = name === 'del' || name === 'moveFrom';
      if (ends) removing--;
      if (ends || name === 'p') {
        add('text', removed);
        removed = '';
      }
      if (name === 't' || name === 'delText' || name === 'instrText') reading = undefined;
      else if (name === 'p') add('text', paragraphs.pop() ?? '');
      else if (name === 'ddList' && list) {
        add('text', list.entries[list.chosen] ?? '');
        list = undefined;
      }
    },
  });
  return things.filter(({ sort, text }) => sort === 'sign' || sort === 'picture' || text !== '');
}

/** What Word draws for a field that keeps no result: a symbol, or the words of an equation. */
function drawn(code: string, where: string): Counted[] {
  if (/^\s*SYMBOL\s/i.test(code)) return [{ sort: 'sign', text: '', where }];
  const [, over] = /^\s*EQ\s.*\\o[^(]*\(\s*.\s*[,;，]\s*([^)]{1,4}?)\s*\)/isu.exec(code) ?? [];
  if (over !== undefined)
    return /^(?:\d+|[√✓×xX✗])$/.test(over)
      ? [{ sort: 'sign', text: '', where }]
      : [{ sort: 'text', text: over, where }];
  const [, above, below] = /^\s*EQ\s.*\\f\s*\(([^(),，]+)[,，]([^(),，]+)\)/is.exec(code) ?? [];
  return [above, below].flatMap((text) =>
    text === undefined ? [] : [{ sort: 'text', text, where } as const],
  );
}
