import type { XmlElement } from '../tree.ts';
import { descendants, elements, words } from '../tree.ts';

interface Piece {
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
  readonly text: string;
}

/** What a page shows: its lines from top to bottom, an empty one before a line that is set in, and pictures. */
export interface OfdPage {
  readonly lines: readonly string[];
  readonly pictures: number;
  /** What stands on it and is not shown. */
  readonly hidden: { readonly texts: readonly string[]; readonly pictures: number };
  /** Drawings that pages share, by their ids. */
  readonly drawings: readonly string[];
}

/** The lines of page content (GB/T 33190, 8.2 and 11.3): text stands on it piece by piece, in any order. */
export function readPage(contents: readonly XmlElement[]): OfdPage {
  const found = new OfdObjects();
  for (const content of contents) found.read(content);
  const { pieces, pictures, hidden, drawings } = found;
  return { lines: linesOf(pieces), pictures, hidden, drawings };
}

/** What stands on a page, object by object. */
export class OfdObjects {
  readonly pieces: Piece[] = [];
  readonly drawings: string[] = [];
  pictures = 0;
  readonly hidden = { texts: [] as string[], pictures: 0 };

  /** What is done with an object, by its element; any other holds objects. */
  static readonly handlers: Record<string, (found: OfdObjects, element: XmlElement) => void> = {
    TextObject: (found, element) => {
      found.pieces.push(...piecesOf(element));
    },
    ImageObject: (found) => {
      found.pictures++;
    },
    CompositeObject: (found, { attributes }) => {
      found.drawings.push(attributes['ResourceID'] ?? '');
    },
  };

  read(element: XmlElement): void {
    if (element.attributes['Visible'] === 'false') {
      this.hidden.texts.push(...codesIn(element));
      this.hidden.pictures += descendants(element, 'ImageObject').length;
      if (element.name === 'ImageObject') this.hidden.pictures++;
      return;
    }
    const handler = OfdObjects.handlers[element.name];
    if (handler) handler(this, element);
    else for (const child of elements(element)) this.read(child);
  }
}

/** The words below an element, code by code. */
export function codesIn(element: XmlElement): string[] {
  return descendants(element, 'TextCode')
    .map(words)
    .filter((text) => text.trim() !== '');
}

const numbers = (text: string | undefined): number[] =>
  (text ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((each) => placeOr(each, 0));

/** Each code of a text object, with where it begins and ends, in millimetres of the page. */
function piecesOf(object: XmlElement): Piece[] {
  const [left = 0, top = 0] = numbers(object.attributes['Boundary']);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(object.attributes['CTM']);
  const size = Number(object.attributes['Size'] ?? 4) || 4;
  let [x, y] = [0, 0];
  return elements(object, 'TextCode').flatMap((code): Piece[] => {
    const text = words(code).replaceAll(/[\r\n]/g, '');
    // A code without a place stands where the one before it stood.
    x = placeOr(code.attributes['X'], x);
    y = placeOr(code.attributes['Y'], y);
    if (text.trim() === '') return [];
    const wide = steps(code.attributes['DeltaX']).reduce((sum, step) => sum + step, 0);
    const last = /[\u0020-\u02ff]$/.test(text) ? size / 2 : size;
    const at = (shift: number) => left + a * (x + shift) + c * y + e;
    return [
      {
        x: at(0),
        end: at(wide + last),
        y: top + b * x + d * y + f,
        size: size * Math.abs(d || 1),
        text,
      },
    ];
  });
}

/** A place that is no number is where the code before it stood. */
function placeOr(written: string | undefined, before: number): number {
  const value = Number(written ?? before);
  return Number.isFinite(value) ? value : before;
}

/** Distances from sign to sign; `g 3 2.5` is 2.5 three times. */
function steps(text: string | undefined): number[] {
  const list = (text ?? '').split(/\s+/).filter(Boolean);
  const found: number[] = [];
  for (let at = 0; at < list.length; at++) {
    if (list[at] === 'g') {
      const count = Math.min(10_000, Number(list[at + 1]) || 0);
      found.push((Number(list[at + 2]) || 0) * count);
      at += 2;
    } else found.push(Number(list[at]) || 0);
  }
  return found;
}

function linesOf(pieces: readonly Piece[]): string[] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && Math.abs(piece.y - first.y) < Math.min(piece.size, first.size) * 0.5)
      line.push(piece);
    else lines.push([piece]);
  }
  for (const line of lines) line.sort((a, b) => a.x - b.x);
  const margin = usualStart(lines);
  return lines.flatMap((line) => {
    const [first] = line;
    const isSetIn = first !== undefined && first.x - margin > first.size * 1.2;
    return isSetIn ? ['', lineText(line)] : [lineText(line)];
  });
}

/** Where most lines begin. */
function usualStart(lines: readonly (readonly Piece[])[]): number {
  const counts = new Map<number, number>();
  for (const [first] of lines) {
    if (first === undefined) continue;
    const place = Math.round(first.x);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return Math.min(...[...counts].filter(([, count]) => count === most).map(([place]) => place));
}

function lineText(line: readonly Piece[]): string {
  let text = '';
  let before: Piece | undefined;
  for (const piece of line) {
    if (before !== undefined) {
      const gap = piece.x - before.end;
      const isLatin = /[\w.,;:)]$/.test(before.text) && /^[\w(]/.test(piece.text);
      if (gap > piece.size * (isLatin ? 0.3 : 1.2)) text += ' ';
    }
    text += piece.text;
    before = piece;
  }
  return text;
}
