import type { Allowance } from '../allowance.ts';
import { parseXml, rootOf } from '../xml.ts';
import { Zip } from '../zip.ts';
import { countChart } from './chart.ts';
import type { Counted } from './counted.ts';
import { countDiagram } from './diagram.ts';
import { targetsOf } from './parts.ts';

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
  const things: Counted[] = [];
  let strings: string[] = [];
  const names = sheetNames(zip);
  for (const name of parts) {
    const part = zip.read(name);
    const root = rootOf(part);
    if (root === 'worksheet') sheets.push([name, part]);
    else if (root === 'sst') strings = stringsOf(part);
    else if (root === 'comments' || root === 'ThreadedComments') things.push(...notes(part));
    else if (root === 'wsDr') things.push(...drawing(part, targetsOf(zip, name).links));
    else if (root === 'chartSpace') things.push(...countChart(part, false));
    else if (root === 'dataModel') things.push(...countDiagram(part));
    else if (root === 'xml') things.push(...controls(part));
  }
  for (const [name, part] of sheets) {
    const base = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
    const where = `“${names.get(base) ?? base}”表`;
    things.push(...cells(part, where, strings, targetsOf(zip, name).links));
  }
  return things;
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
  let text = '';
  let reading = false;
  let phonetic = false;
  parseXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') reading = !phonetic;
    },
    text(part) {
      if (reading) text += part;
    },
    close(name) {
      if (name === 't') reading = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(text);
    },
  });
  return strings;
}

function cells(
  bytes: Uint8Array,
  where: string,
  strings: readonly string[],
  links: ReadonlyMap<string, string>,
): Counted[] {
  const things: Counted[] = [];
  let at = '';
  let type = '';
  let value = '';
  let formula = '';
  let picture = false;
  let reading: 'value' | 'formula' | 'margin' | undefined;
  let phonetic = false;
  const add = (sort: Counted['sort'], text: string, place = where) => {
    if (sort === 'picture' || text.trim() !== '') things.push({ sort, text, where: place });
  };
  parseXml(bytes, {
    open(name, attributes) {
      if (name === 'c') {
        at = attributes['r'] ?? '';
        type = attributes['t'] ?? 'n';
        value = '';
        formula = '';
        picture = attributes['vm'] !== undefined && type === 'e';
      } else if (name === 'v' || name === 't') reading = phonetic ? undefined : 'value';
      else if (name === 'rPh') phonetic = true;
      else if (name === 'f') reading = 'formula';
      else if (/^(?:odd|even|first)(?:Header|Footer)$/.test(name)) {
        value = '';
        reading = 'margin';
      } else if (name === 'hyperlink')
        add('link', links.get(attributes['id'] ?? '') ?? '', `${where} ${attributes['ref']}`);
    },
    text(text) {
      if (reading === 'formula') formula += text;
      else if (reading !== undefined) value += text;
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') reading = undefined;
      else if (name === 'rPh') phonetic = false;
      else if (reading === 'margin' && /Header$|Footer$/.test(name)) {
        reading = undefined;
        const plain = value.replaceAll(/&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[A-Z]/gi, ' ');
        add('text', plain.replaceAll('&&', '&'), `${where}页眉页脚`);
      } else if (name === 'c') {
        const place = `${where} ${at}`;
        const address = /^\s*HYPERLINK\s*\(\s*"([^"]+)"/i.exec(formula)?.[1];
        if (address !== undefined) add('link', address, place);
        const text = decoded(type === 's' ? (strings[Number(value)] ?? '') : value);
        if (picture || /^\s*=?.*DISPIMG\s*\(/i.test(`${formula}${type === 'n' ? '' : text}`))
          add('picture', '', place);
        else if (type === 'n' || type === 'b' || type === 'd') add('number', value, place);
        else add('cell', text, place);
      }
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
