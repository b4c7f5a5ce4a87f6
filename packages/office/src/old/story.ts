import type { Piece } from 'word-extractor/lib/word-ole-extractor.js';
import { viewOf } from '../bytes.ts';
import { escapedValue as escaped } from '../write/package.ts';
import type { Looks, Place } from './looks.ts';
import { looksOf, placeOf } from './looks.ts';
import type { Run } from './sprm.ts';
import { runAt } from './sprm.ts';
import type { OldStyle } from './styles.ts';
import { tableXml } from './tables.ts';

export interface StorySource {
  readonly pieces: readonly Piece[];
  readonly characters: readonly Run[];
  readonly paragraphs: readonly Run[];
  readonly styles: readonly OldStyle[];
  readonly fonts: readonly string[];
  readonly data: Uint8Array;
  readonly longer: (at: number) => Uint8Array;
  /** Numbers of notes by the places that refer to them. */
  readonly footnotes: ReadonlyMap<number, number>;
  readonly endnotes: ReadonlyMap<number, number>;
}

/** A paragraph as it stands in the new file, and where it stands. */
export interface OldParagraph {
  readonly xml: string;
  readonly place: Place;
  /** It ends with the mark of a cell. */
  readonly cellEnd: boolean;
}

/** Signs with a meaning of their own ([MS-DOC] 2.4.1 and on). */
const PICTURE = 0x01;
const NOTE = 0x02;
const REMARK = 0x05;
const CELL = 0x07;
const DRAWN = 0x08;
const TAB = 0x09;
const LINE = 0x0b;
const PAGE = 0x0c;
const END = 0x0d;
const COLUMN = 0x0e;
const FIELD = 0x13;
const FIELD_RESULT = 0x14;
const FIELD_END = 0x15;
const HYPHEN = 0x1e;
const SYMBOL = 0x28;

/** Writes stretches of an old document as paragraphs and tables of a new one. */
export class Story {
  readonly #source: StorySource;
  readonly #looks = new Map<Uint8Array, Looks>();
  readonly #used = new Set<number>();
  #pictures = 0;
  #drawings = 0;
  #written = 0;

  constructor(source: StorySource) {
    this.#source = source;
  }

  /** How many signs that show something have been written, apart from instructions of fields. */
  get written(): number {
    return this.#written;
  }

  /** @param boxes how many of the shapes are text boxes, and not lost */
  lost(boxes: number): string[] {
    const drawings = Math.max(0, this.#drawings - boxes);
    return [
      ...(this.#pictures > 0 ? [`${this.#pictures} 处图片没有转出`] : []),
      ...(drawings > 0 ? [`${drawings} 处图形没有转出`] : []),
    ];
  }

  /** The styles that were used, by index. */
  styles(): ReadonlyMap<number, OldStyle> {
    const none = { name: '', place: {}, looks: {} };
    return new Map([...this.#used].map((index) => [index, this.#source.styles[index] ?? none]));
  }

  /** Paragraphs and tables from one place in the text to another. */
  xml(from: number, to: number): string {
    const paragraphs = this.#paragraphs(from, to);
    return tableXml(paragraphs, 0);
  }

  #paragraphs(from: number, to: number): OldParagraph[] {
    const { pieces, characters } = this.#source;
    const done: OldParagraph[] = [];
    let runs = '';
    /** One for each field that is open: whether its instructions go on. */
    const fields: boolean[] = [];
    for (const piece of pieces) {
      const start = Math.max(from, piece.startCp);
      const end = Math.min(to, piece.startCp + piece.text.length);
      for (let at = start; at < end; ) {
        const place = piece.startFilePos + (at - piece.startCp) * piece.bpc;
        const run = runAt(characters, place);
        const upTo =
          run === undefined
            ? at + 1
            : Math.min(end, at + Math.max(1, Math.ceil((run.to - place) / piece.bpc)));
        const looks = this.#looksOf(run);
        let text = '';
        const flush = () => {
          if (text !== '') runs += this.#run(text, looks, fields.at(-1) === true);
          text = '';
        };
        for (; at < upTo; at++) {
          const code = piece.text.charCodeAt(at - piece.startCp);
          if (code === END || code === CELL || code === PAGE) {
            flush();
            done.push(
              this.#close(runs, piece.startFilePos + (at - piece.startCp) * piece.bpc, code),
            );
            runs = '';
          } else if (code === FIELD || code === FIELD_RESULT || code === FIELD_END) {
            flush();
            runs += this.#field(code, fields, piece, at);
          } else if (this.#isSpecial(code, looks, at)) {
            flush();
            // Instructions hold what a link means to Word, as if it were a picture.
            if (fields.at(-1) !== true) runs += this.#special(code, looks, at);
          } else text += String.fromCharCode(code);
        }
        flush();
      }
    }
    if (runs !== '') done.push({ xml: paragraphXml('', runs), place: {}, cellEnd: false });
    return done;
  }

  #isSpecial(code: number, looks: Looks, at: number): boolean {
    return (
      (looks.special === true && (code <= DRAWN || code === SYMBOL)) ||
      this.#source.footnotes.has(at) ||
      this.#source.endnotes.has(at)
    );
  }

  #special(code: number, looks: Looks, at: number): string {
    const { footnotes, endnotes, fonts, data } = this.#source;
    const note = footnotes.get(at);
    if (note !== undefined) return `<w:r><w:footnoteReference w:id="${note + 1}"/></w:r>`;
    const end = endnotes.get(at);
    if (end !== undefined) return `<w:r><w:endnoteReference w:id="${end + 1}"/></w:r>`;
    if (code === SYMBOL && looks.symbol) {
      this.#written++;
      const font = escaped(fonts[looks.symbol.font] ?? '');
      return `<w:r>${properties(looks)}<w:sym w:font="${font}" w:char="${looks.symbol.sign.toString(16)}"/></w:r>`;
    }
    if (code === PICTURE && looks.deleted !== true) {
      if (formAt(data, looks.data) === undefined) this.#pictures++;
    } else if (code === DRAWN) this.#drawings++;
    else if (code !== NOTE && code !== REMARK && code > DRAWN) {
      this.#written++;
      return this.#run(String.fromCharCode(code), looks, false);
    }
    return '';
  }

  #field(code: number, fields: boolean[], piece: Piece, at: number): string {
    if (code === FIELD) {
      fields.push(true);
      return `<w:r><w:fldChar w:fldCharType="begin">${this.#form(piece, at)}</w:fldChar></w:r>`;
    }
    if (fields.length === 0) return '';
    if (code === FIELD_RESULT) {
      fields[fields.length - 1] = false;
      return '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    }
    fields.pop();
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
  }

  /** The state of a box of an old form; it stands behind the picture sign inside its field. */
  #form({ text, startCp, startFilePos, bpc }: Piece, at: number): string {
    const from = at - startCp;
    const sign = text.slice(from, from + 80).indexOf(String.fromCharCode(PICTURE));
    if (sign < 0 || !text.slice(from, from + sign).includes('FORM')) return '';
    const run = runAt(this.#source.characters, startFilePos + (from + sign) * bpc);
    const form = formAt(this.#source.data, this.#looksOf(run).data);
    return form?.checked === undefined
      ? ''
      : `<w:ffData><w:checkBox><w:checked w:val="${form.checked ? 1 : 0}"/></w:checkBox></w:ffData>`;
  }

  #looksOf(run: Run | undefined): Looks {
    if (run === undefined) return NO_LOOKS;
    const known = this.#looks.get(run.bytes);
    if (known) return known;
    const own = looksOf(run.bytes);
    const { hidden, struck } = this.#source.styles[own.style ?? -1]?.looks ?? {};
    const looks = {
      ...(hidden === undefined ? {} : { hidden }),
      ...(struck === undefined ? {} : { struck }),
      ...own,
    };
    this.#looks.set(run.bytes, looks);
    return looks;
  }

  #run(text: string, looks: Looks, isInstruction: boolean): string {
    if (isInstruction)
      return `<w:r><w:instrText xml:space="preserve">${escaped(text)}</w:instrText></w:r>`;
    this.#written += text.replaceAll(/\s/g, '').length;
    const name = looks.deleted === true ? 'w:delText' : 'w:t';
    let xml = '';
    let plain = '';
    const flush = () => {
      if (plain !== '') xml += `<${name} xml:space="preserve">${escaped(plain)}</${name}>`;
      plain = '';
    };
    for (const sign of text) {
      const inner = INNER[sign.codePointAt(0) ?? 0];
      if (inner === undefined) plain += sign;
      else {
        flush();
        xml += inner;
      }
    }
    flush();
    const run = `<w:r>${properties(looks)}${xml}</w:r>`;
    return looks.deleted === true ? `<w:del>${run}</w:del>` : run;
  }

  #close(runs: string, at: number, code: number): OldParagraph {
    const { paragraphs, styles, longer } = this.#source;
    const bytes = runAt(paragraphs, at)?.bytes ?? new Uint8Array();
    const index = bytes.length >= 2 ? viewOf(bytes).getUint16(0, true) : 0;
    const style = styles[index];
    const place = { ...style?.place, ...placeOf(bytes.subarray(2), longer) };
    this.#used.add(index);
    const numbered = place.list !== undefined && place.list > 0 && place.list < 0x7ff;
    const xml = paragraphXml(
      `<w:pStyle w:val="s${index}"/>` +
        (numbered
          ? `<w:numPr><w:ilvl w:val="${place.level ?? 0}"/><w:numId w:val="${place.list}"/></w:numPr>`
          : '') +
        (place.align === undefined ? '' : `<w:jc w:val="${place.align}"/>`) +
        (place.outline === undefined ? '' : `<w:outlineLvl w:val="${place.outline}"/>`),
      runs,
    );
    return { xml, place, cellEnd: code === CELL };
  }
}

const NO_LOOKS: Looks = {};

const INNER: Readonly<Record<number, string>> = {
  [TAB]: '<w:tab/>',
  [LINE]: '<w:br/>',
  [COLUMN]: '<w:br/>',
  [HYPHEN]: '<w:noBreakHyphen/>',
};

function paragraphXml(own: string, runs: string): string {
  return `<w:p>${own === '' ? '' : `<w:pPr>${own}</w:pPr>`}${runs}</w:p>`;
}

function properties({ hidden, bold, struck, underlined, script }: Looks): string {
  const xml =
    (bold ? '<w:b/>' : '') +
    (struck ? '<w:strike/>' : '') +
    (underlined ? '<w:u w:val="single"/>' : '') +
    (hidden ? '<w:vanish/>' : '') +
    (script === undefined ? '' : `<w:vertAlign w:val="${script}"/>`);
  return xml === '' ? '' : `<w:rPr>${xml}</w:rPr>`;
}

const FORM = 0xffffffff;

/** A form field in the data stream ([MS-DOC] 2.9.78); what is no such field is a picture. */
function formAt(data: Uint8Array, at: number | undefined): { checked?: boolean } | undefined {
  if (at === undefined || at + 78 > data.length) return undefined;
  const view = viewOf(data);
  const start = at + view.getUint16(at + 4, true);
  if (start + 10 > data.length || view.getUint32(start, true) !== FORM) return undefined;
  const bits = view.getUint16(start + 4, true);
  if ((bits & 3) !== 1) return {};
  const state = (bits >> 2) & 31;
  if (state !== 25) return { checked: state === 1 };
  // Its name, and a zero, stand before what it was at first.
  const first = start + 10 + 2 + view.getUint16(start + 10, true) * 2 + 2;
  return first + 2 > data.length ? {} : { checked: view.getUint16(first, true) === 1 };
}
