import type { XmlElement } from '../tree.ts';
import { child, elements, isOn, value } from '../tree.ts';
import { symbol } from './symbols.ts';

/*
 * Fields of Word (ECMA-376 part 1, 17.16): instructions, and mostly the text that they gave last. Some
 * have no such text, and Word shows what the instructions say.
 */

export interface Field {
  code: string;
  /** What is read now: the instructions, or what they gave. */
  part: 'code' | 'result';
  /** A control of an old form. */
  readonly form?: XmlElement;
}

export function fieldName(code: string): string {
  return /^\s*([^\s"\\]+)/.exec(code)?.[1]?.toUpperCase() ?? '';
}

/** Where a HYPERLINK field leads; `undefined` for a place in the document itself. */
export function fieldLink(code: string): string | undefined {
  if (fieldName(code) !== 'HYPERLINK') return undefined;
  const rest = code
    .replace(/^\s*HYPERLINK/i, '')
    .replaceAll(/\\[lotm]\s+"[^"]*"|\\[lotm]\s+\S+/g, ' ');
  const target = /"([^"]*)"|([^\s"\\]\S*)/.exec(rest);
  return (target?.[1] ?? target?.[2])?.replaceAll('\\\\', '\\');
}

/** Fields that mark a place or set something, and show nothing. */
const SILENT = new Set(
  'TC XE TA RD SET ASK PRIVATE ADVANCE NEXT NEXTIF SKIPIF BOOKMARK PAGE NUMPAGES SECTIONPAGES'.split(
    ' ',
  ),
);

/** What a field without a result shows; `undefined` where that is not known. */
export function shownByField({ code, form }: Field): string | undefined {
  const name = fieldName(code);
  if (SILENT.has(name)) return '';
  if (name === 'FORMCHECKBOX') return isChecked(form) ? '☑' : '□';
  if (name === 'FORMDROPDOWN') return chosen(form);
  if (name === 'FORMTEXT') return value(child(form, 'textInput'), 'default') ?? '';
  if (name === 'SYMBOL') {
    const [, number = '', rest = ''] = /^\s*SYMBOL\s+(0x[\da-f]+|\d+)(.*)$/is.exec(code) ?? [];
    const font = /\\f\s+"([^"]*)"|\\f\s+(\S+)/.exec(rest);
    return number === '' ? undefined : symbol(Number(number), font?.[1] ?? font?.[2] ?? '');
  }
  if (name === 'EQ') return equation(code);
  return undefined;
}

function isChecked(form: XmlElement | undefined): boolean {
  const box = child(form, 'checkBox');
  return child(box, 'checked') ? isOn(box, 'checked') : isOn(box, 'default');
}

function chosen(form: XmlElement | undefined): string | undefined {
  const list = child(form, 'ddList');
  const index = Number(value(list, 'result') ?? value(list, 'default') ?? 0);
  return elements(list, 'listEntry')[index]?.attributes['val'];
}

const RINGED: Readonly<Record<string, number>> = { '○': 0x2460, 〇: 0x2460, '●': 0x2776 };

/** 带圈字符 is an equation that draws a sign over another; other equations keep their words. */
function equation(code: string): string | undefined {
  const over = /\\o(?:\\a[clr])?\s*\(\s*(.)\s*[,;，]\s*([^)]{1,4}?)\s*\)/iu.exec(code);
  if (over) {
    const [, ring = '', sign = ''] = over;
    const number = Number(sign);
    const base = RINGED[ring];
    if (base !== undefined && number >= 1 && number <= (base === 0x2460 ? 20 : 10))
      return String.fromCodePoint(base + number - 1);
    if (ring === '□' && /^[√✓]$/.test(sign)) return '☑';
    if (ring === '□' && /^[×xX✗]$/.test(sign)) return '☒';
    if (ring in { '○': 1, 〇: 1, '△': 1, '□': 1, '◇': 1 }) return `（${sign}）`;
  }
  const fraction = /\\f\s*\(\s*([^(),，]+?)\s*[,，]\s*([^(),，]+?)\s*\)/i.exec(code);
  return fraction ? `${fraction[1]}/${fraction[2]}` : undefined;
}
