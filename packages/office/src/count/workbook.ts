import type { Allowance } from '../allowance.ts';
import { parseXml, rootOf } from '../xml.ts';
import { Zip } from '../zip.ts';
import { countChart } from './chart.ts';
import type { Counted } from './counted.ts';
import { countDiagram } from './diagram.ts';
import { targetsOf } from './parts.ts';
import { attributeOf, plainText, scanInner, scanXml } from './scan.ts';

/**
 * Everything that an .xlsx holds: the cells of all sheets, hidden or not, their notes, text boxes, links,
 * pictures, charts, controls and printed heads.
 *
 * @throws OfficeFailure for a zip or XML that cannot be read
 */
export function countWorkbook(bytes: Uint8Array, allowance: Allowance | number): Counted[] {
  const zip = new Zip(bytes, allowance);
  const parts = zip
    .names()
    .filter((name) => /\.(?:xml|vml)$/i.test(name) && !/(?:^|\/)(?:_rels|docProps)\//i.test(name))
    .filter((name) => !/(?:^|\/)(?:customXml|theme|tables|pivot\w*|externalLinks)\//i.test(name));
  const sheets: [string, Uint8Array][] = [];
  const found: Counted[][] = [];
  let strings: string[] = [];
  const names = sheetNames(zip);
  for (const name of parts) {
    const part = zip.read(name);
    const root = rootOf(part);
    if (root === 'worksheet') sheets.push([name, part]);
    else if (root === 'sst') strings = stringsOf(part);
    else if (root === 'comments' || root === 'ThreadedComments') found.push(notes(part));
    else if (root === 'wsDr') found.push(drawing(part, targetsOf(zip, name).links));
    else if (root === 'chartSpace') found.push(countChart(part, false));
    else if (root === 'dataModel') found.push(countDiagram(part));
    else if (root === 'xml') found.push(controls(part));
  }
  for (const [name, part] of sheets) {
    const base = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
    const where = `“${names.get(base) ?? base}”表`;
    found.push(cells(part, where, strings, targetsOf(zip, name).links));
  }
  return found.flat();
}

/** The names of sheets, by the file names of their parts. */
function sheetNames(zip: Zip): Map<string, string> {
  const found = new Map<string, string>();
  const main = zip.names().find((name) => /(?:^|\/)workbook\.xml$/i.test(name));
  if (main === undefined) return found;
  const { names } = targetsOf(zip, main);
  parseXml(zip.read(main), {
    open(element, attributes) {
      const target = names.get(attributes['id'] ?? '');
      if (element === 'sheet' && target !== undefined) found.set(target, attributes['name'] ?? '');
    },
  });
  return found;
}

/** `_x000D_` is how a workbook writes a control character. */
const decoded = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([\da-f]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

function stringsOf(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  scanXml(bytes, { leaf: 'si', whole: (_, inner) => strings.push(valueIn(inner).value) });
  return strings;
}

/** Most cells and texts hold one value and nothing else. */
const ALONE = /^<(?:\w+:)?[vt](?: [^<>]*)?>([^<>]*)<\/[^<>]+>$/;

/** What a cell or a shared text holds; how words are said is none of it. */
function valueIn(inner: string): { value: string; formula: string } {
  const alone = ALONE.exec(inner)?.[1];
  if (alone !== undefined) return { value: plainText(alone), formula: '' };
  let value = '';
  let formula = '';
  let reading: 'value' | 'formula' | undefined;
  let phonetic = false;
  scanInner(inner, {
    open(name) {
      if (name === 'v' || name === 't') reading = phonetic ? undefined : 'value';
      else if (name === 'rPh') phonetic = true;
      else if (name === 'f') reading = 'formula';
    },
    text(text) {
      if (reading === 'value') value += text;
      else if (reading === 'formula') formula += text;
    },
    close(name) {
      if (name === 'rPh') phonetic = false;
      else reading = undefined;
    },
  });
  return { value, formula };
}

/** Printed heads and feet: `oddHeader`. */
const isMargin = (name: string) => /^(?:odd|even|first)(?:Header|Footer)$/.test(name);
/** WPS keeps a picture of a cell as a formula. */
const hasPicture = (text: string) => text.length > 8 && /DISPIMG\s*\(/i.test(text);

function cells(
  bytes: Uint8Array,
  where: string,
  strings: readonly string[],
  links: ReadonlyMap<string, string>,
): Counted[] {
  const things: Counted[] = [];
  let margin: string | undefined;
  const add = (sort: Counted['sort'], text: string, place: string) => {
    if (sort === 'picture' || text.trim() !== '') things.push({ sort, text, where: place });
  };
  scanXml(bytes, {
    leaf: 'c',
    whole(written, inner) {
      const place = `${where} ${attributeOf(written, 'r') ?? ''}`;
      const type = attributeOf(written, 't') ?? 'n';
      const { value, formula } = valueIn(inner);
      const address =
        formula === '' ? undefined : /^\s*HYPERLINK\s*\(\s*"([^"]+)"/i.exec(formula)?.[1];
      if (address !== undefined) add('link', address, place);
      const text = decoded(type === 's' ? (strings[Number(value)] ?? '') : value);
      const picture = type === 'e' && attributeOf(written, 'vm') !== undefined;
      if (
        picture ||
        hasPicture(formula) ||
        (type !== 'n' && text.startsWith('=') && hasPicture(text))
      )
        add('picture', '', place);
      else if (type === 'n' || type === 'b' || type === 'd') add('number', value, place);
      else add('cell', text, place);
    },
    open(name, written) {
      if (isMargin(name)) margin = '';
      else if (name === 'hyperlink')
        add(
          'link',
          links.get(attributeOf(written, 'id') ?? '') ?? '',
          `${where} ${attributeOf(written, 'ref')}`,
        );
    },
    text(text) {
      if (margin !== undefined) margin += text;
    },
    close(name) {
      if (margin === undefined || !isMargin(name)) return;
      const plain = margin.replaceAll(/&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[A-Z]/gi, ' ');
      add('text', plain.replaceAll('&&', '&'), `${where}页眉页脚`);
      margin = undefined;
    },
  });
  return things;
}

/** Notes of cells; a note that only says that a thread stands beside it is none. */
function notes(bytes: Uint8Array): Counted[] {
  const things: Counted[] = [];
  let reading = false;
  let text = '';
  parseXml(bytes, {
    open(name) {
      if (name === 'comment' || name === 'threadedComment') text = '';
      else if (name === 't') reading = true;
      else if (name === 'text') reading = true;
      else if (name === 'rPh') reading = false;
    },
    text(part) {
      if (reading) text += part;
    },
    close(name) {
      if (name === 't' || name === 'text') reading = false;
      const whole = name === 'comment' || name === 'threadedComment';
      if (whole && text.trim() !== '' && !text.trim().startsWith('[Threaded comment]'))
        things.push({ sort: 'text', text: decoded(text), where: '单元格的批注' });
    },
  });
  return things;
}

function drawing(bytes: Uint8Array, links: ReadonlyMap<string, string>): Counted[] {
  const things: Counted[] = [];
  let reading = false;
  let line = '';
  let skipped = 0;
  parseXml(bytes, {
    open(name, attributes) {
      if (name === 'Fallback') skipped++;
      if (skipped > 0) return;
      if (name === 'p') line = '';
      else if (name === 't') reading = true;
      else if (name === 'pic') things.push({ sort: 'picture', text: '', where: '工作表上' });
      else if (name === 'hlinkClick') {
        const target = links.get(attributes['id'] ?? '');
        if (target !== undefined) things.push({ sort: 'link', text: target, where: '图形上' });
      }
    },
    text(part) {
      if (reading) line += part;
    },
    close(name) {
      if (name === 'Fallback') skipped--;
      else if (name === 't') reading = false;
      else if (name === 'p' && line.trim() !== '') {
        things.push({ sort: 'text', text: line, where: '文本框' });
        line = '';
      }
    },
  });
  return things;
}

/** The words of old controls; notes have an empty box of their own here. */
function controls(bytes: Uint8Array): Counted[] {
  const things: Counted[] = [];
  let inBox = false;
  let text = '';
  parseXml(bytes, {
    open(name) {
      if (name === 'shape') text = '';
      else if (name === 'textbox') inBox = true;
    },
    text(part) {
      if (inBox) text += part;
    },
    close(name) {
      if (name === 'textbox') inBox = false;
      else if (name === 'shape' && text.trim() !== '')
        things.push({ sort: 'text', text, where: '窗体控件' });
    },
  });
  return things;
}
