import { dateText } from '@columns/content';
import { chartHtml } from '../chart.ts';
import { contentPolicy } from '../content-policy.ts';
import { type Content, Html, type Parts } from './fill.ts';
import type { Block, Cell, FigurePage, Piece, Words } from './page.ts';

/**
 * A page of figures in its county's frame. Pure.
 *
 * @param parts of the column's frame
 * @param place where the column stands
 */
export function composePage(parts: Parts, place: LinkPlace, page: FigurePage): string {
  const text = new Writer(parts, place);
  return parts.page({
    policy: contentPolicy('page'),
    title: page.title,
    crumbs: page.crumbs.map(({ title, path }) =>
      parts.fill('item', { words: text.words([{ text: title, path }]) }),
    ),
    body: page.body.map((block) => text.block(block)),
  });
}

/** What links stand below. */
export interface LinkPlace {
  /** Of the environment: `/repository/`. */
  readonly prefix: string;
  /** The column's whole base, prefix included: `/repository/anyue/`. */
  readonly base: string;
}

/** Blocks as parts, with their links. */
export class Writer {
  readonly #parts: Parts;
  readonly #place: LinkPlace;

  constructor(parts: Parts, place: LinkPlace) {
    this.#parts = parts;
    this.#place = place;
  }

  words(words: Words | Cell): Content {
    if (typeof words === 'string' || typeof words === 'number') return words;
    return 'map' in words ? words.map((piece) => this.#piece(piece)) : this.#piece(words);
  }

  #piece(piece: Piece): string | Html {
    if (typeof piece === 'string') return piece;
    if ('text' in piece) {
      const { base, prefix } = this.#place;
      const address = 'path' in piece ? base + piece.path : prefix + piece.root;
      return this.#parts.fill('link', { address, text: piece.text });
    }
    if ('day' in piece) {
      return this.#parts.fill('day', { date: piece.day, text: dateText(piece.day) });
    }
    return this.#parts.fill('code', { text: piece.code });
  }

  block(block: Block): Html {
    const parts = this.#parts;
    switch (block.is) {
      case 'words':
        return parts.fill(block.tone ?? 'paragraph', { words: this.words(block.words) });
      case 'heading':
        if (block.level === 3) return parts.fill('subheading', { text: block.text });
        return block.id === undefined
          ? parts.fill('heading', { text: block.text })
          : parts.fill('heading-at', { id: block.id, text: block.text });
      case 'list':
        return parts.fill('list', {
          item: block.items.map((item) => parts.fill('item', { words: this.words(item) })),
        });
      case 'fold':
        return parts.fill('fold', {
          title: block.title,
          'fold-item': block.items.map((item) =>
            parts.fill('fold-item', { words: this.words(item) }),
          ),
        });
      case 'table':
        return this.#table(block);
      case 'chart':
        return Html.drawn(chartHtml(block.chart));
      case 'program':
        return parts.fill('program', { text: block.text });
      case 'revisions':
        return parts.fill('revisions', { revision: block.items.map((one) => this.#revision(one)) });
    }
  }

  #revision({ day, version, said, digest }: Revision): Html {
    const parts = this.#parts;
    return parts.fill('revision', {
      day: this.#piece({ day }),
      version: version === undefined ? '' : parts.fill('version', { text: version }),
      said: said.map((words) => parts.fill('said', { words })),
      digest: digest === undefined ? '' : parts.fill('digest', { text: digest }),
    });
  }

  #table({ caption, head, rows, wide }: Table): Html {
    const parts = this.#parts;
    if (wide) {
      return parts.fill('wide', {
        caption,
        'wide-head': head.map((text) => parts.fill('wide-head', { text })),
        'wide-row': rows.map(([first = '', ...rest]) =>
          parts.fill('wide-row', {
            'wide-first': parts.fill('wide-first', { words: this.words(first) }),
            'wide-cell': rest.map((cell) => parts.fill('wide-cell', { words: this.words(cell) })),
          }),
        ),
      });
    }
    if (isOfFigures(rows)) {
      return parts.fill('table', {
        caption,
        'table-head': head.map((text) => parts.fill('table-head', { text })),
        'table-row': rows.map(([first = '', ...rest]) =>
          parts.fill('table-row', {
            'table-first': parts.fill('table-first', { words: this.words(first) }),
            'table-cell': rest.map((cell) =>
              parts.fill(isFigure(cell) ? 'table-number' : 'table-cell', {
                words: this.words(cell),
              }),
            ),
            'table-number': '',
          }),
        ),
      });
    }
    return parts.fill('cards', {
      caption,
      'cards-head': head.map((text) => parts.fill('cards-head', { text })),
      'cards-row': rows.map(([first = '', ...rest]) =>
        parts.fill('cards-row', {
          'cards-first': parts.fill('cards-first', { words: this.words(first) }),
          'cards-cell': rest.map((cell, i) =>
            parts.fill('cards-cell', { label: head[i + 1] ?? '', words: this.words(cell) }),
          ),
        }),
      ),
    });
  }
}

type Table = Extract<Block, { is: 'table' }>;
type Revision = Extract<Block, { is: 'revisions' }>['items'][number];

/** A number, or a text that is one: `12`, `98.5%`, `—`. */
function isFigure(cell: Cell): boolean {
  const text = typeof cell === 'object' && 'text' in cell ? cell.text : cell;
  return typeof text === 'number' || (typeof text === 'string' && /^(?:[\d.,]+%?|—)$/.test(text));
}

/** Whether most cells beside the first are figures: such a table is compared down its columns. */
function isOfFigures(rows: Table['rows']): boolean {
  const cells = rows.flatMap(([, ...rest]) => rest);
  return cells.filter(isFigure).length * 2 > cells.length;
}
