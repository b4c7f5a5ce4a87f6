import { parseMarkdown } from '@columns/content/markdown';
import type { Block, Inline, Paper, Paragraph, TextRun } from '@columns/office/paper';
import { isParagraph, plain, trimmed } from '@columns/office/paper';
import { oneLine } from '@columns/office/words';
import { visit } from 'unist-util-visit';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
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
  return {
    text,
    pictures: writer.pictures,
    remarks: [...writer.remarks, ...unusableLinks(blocks, options.notes)],
  };
}

class Writer {
  readonly #options: WriteOptions;
  readonly #used: string[] = [];
  #floating: string[] = [];
  /** Notes of tables in HTML, and how many of them stand below their table already. */
  readonly #tableNotes: string[] = [];
  #notesWritten = 0;
  readonly pictures: string[] = [];
  readonly remarks: Remark[] = [];
  /** The items that the last one stands in, from the outermost on, and itself. */
  #items: readonly { readonly number: number; readonly width: number; readonly source: number }[] =
    [];

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
      const title = titleLine(
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
    const source = block.list.depth;
    const depth = this.#items.filter((item) => item.source < source).length;
    const last = this.#items[depth];
    const next = (last?.source === source ? last.number : 0) + 1;
    const own = number ?? next;
    const mark = ordered ? `${own}.` : '-';
    // What belongs to an item stands below its text, not below its mark: `10.` is wider than `1.`.
    const indent = this.#items.slice(0, depth).reduce((sum, { width }) => sum + width, 0);
    const width = Math.max(3, mark.length + 1);
    this.#items = [...this.#items.slice(0, depth), { number: own, width, source }];
    const rest = `\n${' '.repeat(indent + mark.length + 1)}`;
    return `${' '.repeat(indent)}${mark} ${escapeLineStart(text).replaceAll('\n', rest)}`;
  }

  /** Inline content; a look whose marks the dialect would not read as marks is left or put in words. */
  inline(content: readonly Inline[]): string {
    const text = this.#marked(content);
    if (isRead(text, plain(content))) return text;
    for (const change of [withoutBold, struckInWords]) {
      const other = this.#marked(content.map(change));
      if (isRead(other, plain(content))) return other;
    }
    return this.#marked(content.map(withoutBold).map(struckInWords));
  }

  #marked(content: readonly Inline[]): string {
    let text = '';
    for (const each of merged(content)) {
      if (each.type === 'break') text += '\\\n';
      else if (each.type === 'note') text += this.#note(each.id);
      else if (each.type === 'picture') text += this.#picture(each.name, each.alt);
      else if (each.type === 'linked') text += linked(each);
      else text = joined(text, run(each));
    }
    return text.replaceAll(/(?:\\\n)+$/g, '');
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
          .flatMap((part) => (part.type === 'linked' ? linkedParts(part) : [part]))
          .map((part) => this.#html(part))
          .join(''),
      )
      .join('<br>');
  };

  #html(each: Inline): string {
    if (each.type === 'break') return '<br>';
    // The dialect's HTML has no notes: they stand below the table.
    if (each.type === 'note') {
      if (!this.#tableNotes.includes(each.id)) this.#tableNotes.push(each.id);
      return `（注${this.#tableNotes.indexOf(each.id) + 1}）`;
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
    // The dialect's tables have no tag for it.
    if (each.strike) return `（已划去：${text}）`;
    return each.underline ? `<u>${text}</u>` : text;
  }

  /** Pictures and notes of the table just written. */
  afterTable(): string[] {
    const notes = this.#tableNotes.slice(this.#notesWritten).map((id, index) => {
      const content = this.#options.notes.get(id) ?? [];
      const text = this.inline(trimmed(content)).replaceAll('\\\n', ' ');
      return `注${this.#notesWritten + index + 1}：${text === '' ? '（原注为空）' : text}`;
    });
    this.#notesWritten = this.#tableNotes.length;
    const floating = [...notes, ...this.#floating];
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
    return `![${escapeText(oneLine(alt)).replaceAll(/[[\]]/g, '')}](${this.#options.id}/${name})`;
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

/** Words of one link, whatever their looks: in pieces, 《 alone would be a link that nobody sees. */
interface Linked {
  readonly type: 'linked';
  readonly link: string;
  readonly runs: readonly TextRun[];
}

/** Runs of one look are one run: Word cuts a sentence wherever it was edited. */
function merged(content: readonly Inline[]): (Inline | Linked)[] {
  const result: (Inline | Linked)[] = [];
  for (const each of sameRuns(content)) {
    const last = result.at(-1);
    if (each.type !== 'text' || each.link === undefined) result.push(each);
    else if (last?.type === 'linked' && last.link === each.link)
      result[result.length - 1] = { ...last, runs: [...last.runs, each] };
    else if (last?.type === 'text' && last.link === each.link)
      result[result.length - 1] = { type: 'linked', link: each.link, runs: [last, each] };
    else result.push(each);
  }
  return result;
}

/** 第一章　总则, 附件1　申请表: between a part's number and its name the space is of the text. */
const NUMBERED =
  /^((?:\*\*)?(?:第[一二三四五六七八九十百零〇\d]{1,6}[编章节条款部分篇]{1,2}|附\s*[件录表]\s*[一二三四五六七八九十\d]{0,3}|[一二三四五六七八九十]{1,3}))[ \t\u00a0\u3000]+(?=\S)/;

/** A heading in one line. */
function titleLine(text: string): string {
  const number = NUMBERED.exec(text.trim());
  if (!number) return oneLine(text);
  return `${oneLine(number[1] ?? '')}\u3000${oneLine(text.trim().slice(number[0].length))}`;
}

/** Two marks of one sort side by side are one: `****` would be no mark at all. */
function joined(before: string, after: string): string {
  for (const mark of ['~~', '**'])
    if (before.endsWith(mark) && after.startsWith(mark))
      return before.slice(0, -mark.length) + after.slice(mark.length);
  return before + after;
}

function linked({ link, runs }: Linked): string {
  const target = linkOf(link);
  const [first, last] = [runs[0] as TextRun, runs.at(-1) as TextRun];
  const lead = /^\s*/.exec(first.text)?.[0] ?? '';
  const tail = /\s*$/.exec(last.text)?.[0] ?? '';
  let text = '';
  for (const { link: _, underline: __, ...each } of runs) text = joined(text, run(each, true));
  return target === undefined ? text : `${lead}[${text.trim()}](${target})${tail}`;
}

/** In HTML the address follows the words: once, behind the last of them. */
function linkedParts({ runs }: Linked): TextRun[] {
  return runs.map(({ link, ...each }, index) =>
    index === runs.length - 1 && link !== undefined ? { ...each, link } : each,
  );
}

function sameRuns(content: readonly Inline[]): Inline[] {
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
    Boolean(a.strike) === Boolean(b.strike) &&
    a.link === b.link
  );
}

/** @param inLink whether it is part of a link's words */
function run(each: TextRun, inLink = false): string {
  const lead = /^\s*/.exec(each.text)?.[0] ?? '';
  const tail = each.text.length > lead.length ? (/\s*$/.exec(each.text)?.[0] ?? '') : '';
  const core = each.text.slice(lead.length, each.text.length - tail.length);
  if (core === '') return each.underline && each.text !== '' ? '\\_\\_\\_\\_' : each.text;
  let text = withAddresses(escapeText(core), each.link === undefined && !inLink).replaceAll(
    '\n',
    '\\\n',
  );
  if (each.script) text = `<${each.script}>${text}</${each.script}>`;
  else if (each.underline && each.link === undefined) text = `<u>${text}</u>`;
  // Bold signs alone mean nothing, and could be a mask.
  if (each.bold && /[\p{L}\p{N}]/u.test(core)) text = `**${text}**`;
  if (each.strike) text = `~~${text}~~`;
  // An address that shows itself is a link without any sign.
  const shown = each.link?.replace(/^mailto:|\/$/g, '') === core.replace(/\/$/, '');
  const target = shown ? undefined : linkOf(each.link);
  if (target !== undefined) text = `[${text}](${target})`;
  return `${lead}${text}${tail}`;
}

/**
 * Whether the dialect reads every `**` and `~~` that was written as a mark: they may also be masks
 * (王**、李**) and ranges (3~~5天), and would then stand on the page.
 */
function isRead(markdown: string, words: string): boolean {
  if (!markdown.includes('**') && !markdown.includes('~~')) return true;
  let text = '';
  visit(parseMarkdown(markdown), 'text', (node) => {
    text += node.value;
  });
  const count = (from: string) => from.match(/\*\*|~~/g)?.length ?? 0;
  return count(text) === count(words);
}

const withoutBold = (each: Inline): Inline =>
  each.type === 'text' && each.bold ? { ...each, bold: false } : each;

function struckInWords(each: Inline): Inline {
  if (each.type !== 'text' || !each.strike || each.text.trim() === '') return each;
  return { ...each, strike: false, text: `（已划去：${each.text}）` };
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

/** Addresses that lead nowhere from a page of a site: on an officer's disk, or beside the document. */
function unusableLinks(blocks: readonly Block[], notes: Paper['notes']): Remark[] {
  const content = [...blocks.flatMap(inlinesOf), ...[...notes.values()].flat()];
  const words = content.flatMap((each) =>
    each.type === 'text' && each.link !== undefined && linkOf(each.link) === undefined
      ? [each.link]
      : [],
  );
  if (words.length === 0) return [];
  const told = [...new Set(words)].map((each) => `“${each}”`).join('、');
  return [remark('left-out', `链接只写入了文字，地址在网站上打不开，没有写入：${told}`, { words })];
}

/** Everything that stands in the lines of a block, or in its cells. */
export function inlinesOf(block: Block): readonly Inline[] {
  return isParagraph(block)
    ? block.content
    : block.rows.flatMap((row) => row.flatMap(({ content }) => content.flat()));
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
