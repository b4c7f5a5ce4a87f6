import { escapeHtml } from '../escape.ts';
import { ALL_PARTS, MARKS, PARTS, type PartName, type PlaceOf } from './parts.ts';

/** HTML that a filled part has become. Only `Parts` makes it: every other text is escaped when it is put in. */
export class Html {
  readonly #html: string;

  private constructor(html: string) {
    this.#html = html;
  }

  /** For a drawing of ours (`chart.ts`), which escapes its own texts. */
  static drawn(svg: string): Html {
    return new Html(svg);
  }

  toString(): string {
    return this.#html;
  }
}

/** What may be put into a place: a text, parts, or both in turn. */
export type Content = string | number | Html | readonly (string | number | Html)[];

/** A part between its marks: fixed text, and in turn the name of a place. */
interface Template {
  readonly fixed: readonly string[];
  readonly places: readonly string[];
}

/** A page of the theme has not the parts or the places that it should have. The message is Chinese. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

/**
 * The parts of one rendered page, and the page around them. This is the one place outside of Astro that writes
 * HTML: it puts contents into places, escapes whatever is a text, and knows no tag itself.
 */
export class Parts {
  readonly #templates = new Map<string, Template>();

  /**
   * @param more parts that the page has beside those of every frame
   * @throws FrameError where a part or one of its places is missing
   */
  constructor(html: string, more: Readonly<Record<string, readonly string[]>> = {}) {
    this.#templates.set('', this.#read(html));
    for (const [name, places] of Object.entries({ ...PARTS, ...more })) {
      const template = this.#templates.get(name);
      if (!template) throw new FrameError(`框架页没有“${name}”`);
      const found = template.places;
      const wanted: readonly string[] = places;
      const odd = found.find((one) => !wanted.includes(one));
      const missing = wanted.find((one) => !found.includes(one));
      if (odd ?? missing) {
        throw new FrameError(`框架页的“${name}”${missing ? '缺少' : '多出'}“${missing ?? odd}”`);
      }
    }
  }

  /** A part with its places filled. */
  fill<Part extends PartName>(
    part: Part,
    contents: Readonly<Record<PlaceOf<Part>, Content>>,
  ): Html {
    return Html.drawn(this.#fill(part, contents));
  }

  /** The whole page with its places filled. @throws FrameError for a place that nothing is given for */
  page(contents: Readonly<Record<string, Content>>): string {
    return this.#fill('', { ...contents, [ALL_PARTS]: '' });
  }

  #fill(name: string, contents: Readonly<Record<string, Content>>): string {
    const { fixed, places } = this.#templates.get(name) as Template;
    let html = fixed[0] ?? '';
    places.forEach((place, i) => {
      const content = contents[place];
      if (content === undefined) throw new FrameError(`框架页的“${place}”没有内容`);
      html += htmlOf(content) + fixed[i + 1];
    });
    return html;
  }

  /** Takes the parts out of a text, the inner ones first; where a part stood there is a place of its name. */
  #read(html: string): Template {
    const open: { name: string; fixed: string[]; places: string[] }[] = [
      { name: '', fixed: [], places: [] },
    ];
    let at = 0;
    for (const mark of html.matchAll(MARKS)) {
      const { end, part, place } = mark.groups ?? {};
      const inner = open.at(-1);
      inner?.fixed.push(html.slice(at, mark.index));
      at = mark.index + mark[0].length;
      if (place !== undefined) inner?.places.push(place);
      else if (end === '') open.push({ name: part ?? '', fixed: [], places: [] });
      else {
        if (!inner || inner.name !== part) throw new FrameError(`框架页的“${part}”没有开头`);
        open.pop();
        this.#templates.set(inner.name, inner);
        open.at(-1)?.places.push(inner.name);
      }
    }
    const [whole, ...rest] = open;
    if (!whole || rest.length > 0) throw new FrameError('框架页不完整');
    whole.fixed.push(html.slice(at));
    return whole;
  }
}

function htmlOf(content: Content): string {
  if (content instanceof Html) return String(content);
  if (typeof content === 'object') return content.map(htmlOf).join('');
  return escapeHtml(String(content));
}
