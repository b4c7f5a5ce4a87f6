import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
import type { Block, Inline, Paper, Paragraph, TextRun } from '../paper/paper.ts';
import { isParagraph, plain, trimmed } from '../paper/text.ts';
import { oneLine } from '../shape/spaces.ts';
import { escapeHtml, escapeLineStart, escapeText } from './escape.ts';
import { tableMarkdown } from './table.ts';

export interface Written {
  readonly text: string;
  /** Pictures that the text shows. */
  readonly pictures: readonly string[];
  readonly remarks: readonly Remark[];
}

export interface WriteOptions {
  /** The entry's id: pictures stand in the folder of that name. */
  readonly id: string;
  readonly notes: Paper['notes'];
}

/** A text in our dialect. What Markdown has no sign for is written as words or told. */
export function toMarkdown(blocks: readonly Block[], options: WriteOptions): Written {
  const writer = new Writer(options);
  const parts: string[] = [];
  let listDepths: number[] = [];
  let quoted = false;
  for (const block of blocks) {
    if (!isParagraph(block)) {
      parts.push(tableMarkdown(block, writer.cell), ...writer.afterTable());
      listDepths = [];
      quoted = false;
      continue;
    }
    const own = writer.paragraph(block, quoted !== (block.quote === true));
    if (own === '') continue;
    const text = block.quote ? own.replaceAll(/^/gm, '> ') : own;
    const item = block.level === undefined && block.list && block.list.label === undefined;
    const before = parts.length - 1;
    const together = quoted === (block.quote === true);
    if (item && listDepths.length > 0 && before >= 0 && together) {
      const { depth = 0, ordered, number = 1 } = block.list ?? {};
      // Only a list that begins at 1 may follow a line at once.
      const begins = ordered === true && number !== 1 && depth > (listDepths[0] ?? 0);
      parts[before] += `${begins ? '\n\n' : '\n'}${text}`;
    } else if (quoted && together) parts[before] += `\n>\n${text}`;
    else parts.push(text);
    quoted = block.quote === true;
    listDepths = item ? [block.list?.depth ?? 0] : [];
  }
  const notes = writer.footnotes();
  if (notes !== '') parts.push(notes);
  const text = parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
  return { text, pictures: writer.pictures, remarks: writer.remarks };
}

class Writer {
  readonly #options: WriteOptions;
  readonly #used: string[] = [];
  #floating: string[] = [];
  readonly pictures: string[] = [];
  readonly remarks: Remark[] = [];
  /** The items that the last one stands in, from the outermost on, and itself. */
  #items: readonly { readonly number: number; readonly width: number }[] = [];

  constructor(options: WriteOptions) {
    this.#options = options;
  }

  /** A paragraph's text; `apart` where it stands in another quotation than the one before, or in none. */
  paragraph(block: Paragraph, apart = false): string {
    if (apart) this.#items = [];
    if (block.level !== undefined) {
      this.#items = [];
      const content = block.content.map((each) =>
        each.type === 'text' ? { ...each, bold: false } : each,
      );
      const label = block.list?.label ?? '';
      const title = oneLine(
        `${escapeText(label)}${this.inline(content).replaceAll(/\\?\n/g, ' ')}`,
      );
      return title === ''
        ? ''
        : `${'#'.repeat(Math.min(6, block.level))} ${title.replace(/#+$/, (signs) => `\\${signs}`)}`;
    }
    const text = this.inline(trimmed(block.content));
    if (!block.list) {
      this.#items = [];
      return text === '' ? '' : escapeLineStart(text);
    }
    if (text === '') return '';
    const { ordered, label, number } = block.list;
    // A number of the document's own form is text: （一）, 第三条.
    if (label !== undefined) {
      this.#items = [];
      return escapeLineStart(`${escapeText(label)}${text}`);
    }
    // An item deeper than one step below the last would be code to Markdown.
    const depth = Math.min(block.list.depth, this.#items.length);
    const next = (this.#items[depth]?.number ?? 0) + 1;
    const own = number ?? next;
    const mark = ordered ? `${own}.` : '-';
    // What belongs to an item stands below its text, not below its mark: `10.` is wider than `1.`.
    const indent = this.#items.slice(0, depth).reduce((sum, { width }) => sum + width, 0);
    const width = Math.max(3, mark.length + 1);
    this.#items = [...this.#items.slice(0, depth), { number: own, width }];
    const rest = `\n${' '.repeat(indent + mark.length + 1)}`;
    return `${' '.repeat(indent)}${mark} ${escapeLineStart(text).replaceAll('\n', rest)}`;
  }

  inline(content: readonly Inline[]): string {
    return merged(content)
      .map((each) => {
        if (each.type === 'break') return '\\\n';
        if (each.type === 'note') return this.#note(each.id);
        if (each.type === 'picture') return this.#picture(each.name, each.alt);
        return run(each);
      })
      .join('')
      .replaceAll(/(?:\\\n)+$/g, '');
  }

  /** Text of a cell: `html` where the table needs merged cells. */
  cell = (content: readonly (readonly Inline[])[], html: boolean): string => {
    const lines = content.map((each) => trimmed(each)).filter((each) => each.length > 0);
    if (!html) {
      return lines
        .map((each) => this.inline(each).replaceAll('\\\n', '<br>').replaceAll('|', '\\|'))
        .join('<br>');
    }
    return lines
      .map((each) =>
        merged(each)
          .map((part) => this.#html(part))
          .join(''),
      )
      .join('<br>');
  };

  #html(each: Inline): string {
    if (each.type === 'break') return '<br>';
    if (each.type === 'note') {
      const index = this.#index(each.id);
      return `（注${index}）`;
    }
    if (each.type === 'picture') {
      this.#floating.push(this.#picture(each.name, each.alt));
      this.remarks.push(
        remark('changed', `合并单元格的表格中不能放图片，图片“${each.name}”移到表后`),
      );
      return '';
    }
    const link =
      each.link !== undefined && each.link !== each.text ? `（${escapeHtml(each.link)}）` : '';
    const text = `${escapeHtml(each.text).replaceAll('\n', '<br>')}${link}`;
    if (each.script) return `<${each.script}>${text}</${each.script}>`;
    return each.underline ? `<u>${text}</u>` : text;
  }

  /** Pictures that stood in the table just written. */
  afterTable(): string[] {
    const floating = this.#floating;
    this.#floating = [];
    this.#items = [];
    return floating;
  }

  #index(id: string): number {
    if (!this.#used.includes(id)) this.#used.push(id);
    return this.#used.indexOf(id) + 1;
  }

  #note(id: string): string {
    return `[^${this.#index(id)}]`;
  }

  #picture(name: string, alt: string): string {
    if (!this.pictures.includes(name)) this.pictures.push(name);
    return `![${escapeText(alt).replaceAll(/[[\]]/g, '')}](${this.#options.id}/${name})`;
  }

  footnotes(): string {
    const lines: string[] = [];
    // A note may mention another one: the list grows while it is written.
    for (let index = 0; index < this.#used.length; index++) {
      const content = this.#options.notes.get(this.#used[index] as string) ?? [];
      const text = this.inline(trimmed(content)).replaceAll('\\\n', ' ');
      lines.push(`[^${index + 1}]: ${text === '' ? '（原注为空）' : text}`);
    }
    return lines.join('\n');
  }
}

/** Runs of one look are one run: Word cuts a sentence wherever it was edited. */
function merged(content: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const each of content) {
    const last = result.at(-1);
    if (each.type === 'text' && last?.type === 'text' && sameLook(each, last)) {
      result[result.length - 1] = { ...last, text: last.text + each.text };
    } else result.push(each);
  }
  return result;
}

function sameLook(a: TextRun, b: TextRun): boolean {
  return (
    Boolean(a.bold) === Boolean(b.bold) &&
    Boolean(a.underline) === Boolean(b.underline) &&
    a.script === b.script &&
    a.link === b.link
  );
}

function run(each: TextRun): string {
  const lead = /^\s*/.exec(each.text)?.[0] ?? '';
  const tail = each.text.length > lead.length ? (/\s*$/.exec(each.text)?.[0] ?? '') : '';
  const core = each.text.slice(lead.length, each.text.length - tail.length);
  if (core === '') return each.underline && each.text !== '' ? '\\_\\_\\_\\_' : each.text;
  let text = withAddresses(escapeText(core), each.link === undefined).replaceAll('\n', '\\\n');
  if (each.script) text = `<${each.script}>${text}</${each.script}>`;
  else if (each.underline && each.link === undefined) text = `<u>${text}</u>`;
  if (each.bold) text = `**${text}**`;
  // An address that shows itself is a link without any sign.
  const shown = each.link?.replace(/^mailto:|\/$/g, '') === core.replace(/\/$/, '');
  const target = shown ? undefined : linkOf(each.link);
  if (target !== undefined) text = `[${text}](${target})`;
  return `${lead}${text}${tail}`;
}

/** A bare www. address as a link that ends where the address does, not where the sentence does. */
function withAddresses(text: string, free: boolean): string {
  if (!free) return text;
  return text.replaceAll(
    /(?<![\w./@-])www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+(?![\w@])/gi,
    (host) => `[${host}](http://${host})`,
  );
}

/** Links to outside stay; to a file beside the document they would lead nowhere. */
function linkOf(link: string | undefined): string | undefined {
  if (link === undefined || !/^(?:https?:\/\/|mailto:)/i.test(link)) return undefined;
  return link
    .trim()
    .replaceAll(/[\s()<>\\]/g, (sign) =>
      encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
    );
}

/** The plain words of a text, for comparing and for rules. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      isParagraph(block)
        ? plain(block.content)
        : block.rows
            .map((row) => row.map(({ content }) => content.map(plain).join('\n')).join('\t'))
            .join('\n'),
    )
    .join('\n');
}
