import { OfficeFailure } from '../failure.ts';
import type { Block, Paper } from '../paper/paper.ts';
import type { Remark } from '../paper/remark.ts';
import { remark } from '../paper/remark.ts';
import { paragraph } from '../paper/text.ts';
import type { Passage } from '../passage.ts';
import { clean } from '../words/spaces.ts';
import type { PdfAnswer } from './answer.ts';
import { OUTSIDE } from './answer.ts';

/**
 * The text of a PDF as a draft: where lines and tables ended is a guess, and the paper says so.
 *
 * @param isTitle whether a line at the top ends as titles do, so that the next one does not go on from it
 * @throws OfficeFailure
 */
export function paperOfPdf(answer: PdfAnswer, isTitle: (line: string) => boolean): Paper {
  if (answer.broken !== undefined) {
    throw new OfficeFailure(
      /密码/.test(answer.broken)
        ? 'encrypted'
        : /超过/.test(answer.broken)
          ? 'too-large'
          : 'damaged',
      `PDF 读不出来：${answer.broken}`,
      /密码/.test(answer.broken) ? '取消密码后另存' : '请取得完整的文件，或导入它的 Word 原稿',
    );
  }
  const unseen = answer.unseen.map((what) =>
    remark('left-out', `${what}，可能是扫描的：请对照原件补上，或先做文字识别`),
  );
  const told = [...PARTS.beside(answer), ...outsideRemarks(answer), ...unseen];
  return paperOfPages(PARTS.pages(answer), 'PDF', isTitle, told);
}

/** What a file is taken apart into. */
export const PARTS = {
  pages: pagesOf,
  beside: formRemarks,
  numbers: (words: readonly string[]): Remark[] =>
    words.length === 0 ? [] : [remark('left-out', `页码没有写入：${words.join('、')}`, { words })],
};

/**
 * Lines of pages, in order, as a draft.
 *
 * @param from the format, as officers name it
 * @param told what else there is to say of the file
 */
export function paperOfPages(
  pages: readonly (readonly string[])[],
  from: string,
  isTitle: (line: string) => boolean,
  told: readonly Remark[],
): Paper {
  const { lines, numbers } = withoutPageNumbers(pages);
  const blocks = joinLines(lines, isTitle);
  if (blocks.length === 0) {
    throw new OfficeFailure(
      'no-text',
      `${from} 里没有文字，可能是扫描件`,
      '请导入它的 Word 原稿，或先做文字识别',
    );
  }
  return {
    blocks,
    notes: new Map(),
    pictures: [],
    remarks: [
      ...told,
      ...PARTS.numbers(numbers),
      remark(
        'note',
        `由 ${from} 转出的文字是草稿，正文开头有“待核对”提示：请对照原件核对分段、表格和标点`,
      ),
    ],
    draft: from,
  };
}

/** What somebody filled into a form or wrote on a page stands beside its text, not in it. */
function formRemarks({ lines }: Pick<PdfAnswer, 'lines'>): Remark[] {
  const beside = lines.filter(({ where }) => where === '批注或表单中');
  const filled = beside.filter(({ label }) => label !== undefined);
  const known = new Set(filled.map(({ text }) => text));
  const shown = beside.filter(({ again, text }) => again !== undefined && !known.has(text));
  const values = [
    ...filled.map(({ label, text }) => `${label}“${text}”`),
    ...shown.map(({ text }) => `“${text}”`),
  ];
  const told: Remark[] = [];
  // The name of a field stands beside its value, and its first value often is its last one too.
  const names = new Set(filled.map(({ label }) => label));
  const bare = beside.filter(
    ({ label, again, text }) => label === undefined && again === undefined && text !== '',
  );
  const isTold = ({ text }: Passage) => known.has(text) || names.has(text);
  if (values.length > 0)
    told.push(
      remark(
        'left-out',
        `表单中填写的内容没有写入，请补到正文相应的地方：${[...new Set(values)].join('、')}`,
        { words: [...filled, ...shown, ...bare.filter(isTold)].map(({ text }) => text) },
      ),
    );
  // A mark of a program says nothing to anybody.
  const others = bare.filter((each) => !isTold(each)).map(({ text }) => text);
  const words = [...new Set(others)].filter((text) => !MARK.test(text));
  if (others.length > 0)
    told.push(
      remark(
        'left-out',
        words.length === 0
          ? '批注、链接的内部编号没有写入'
          : `批注、链接或表单中的文字没有写入：${words.map((text) => `“${text}”`).join('、')}`,
        { words: others },
      ),
    );
  return told;
}

/** What stands outside a page nobody sees, on the screen or printed. */
function outsideRemarks({ lines }: PdfAnswer): Remark[] {
  const pages = new Map<string, string[]>();
  for (const { text, where, again } of lines) {
    if (again !== undefined || !where.startsWith(OUTSIDE)) continue;
    const page = where.slice(OUTSIDE.length);
    pages.set(page, [...(pages.get(page) ?? []), text]);
  }
  return [...pages].map(([page, words]) =>
    remark(
      'left-out',
      `${page}有文字在页面边缘以外，看不见，没有写入：${words.map((text) => `“${text.trim()}”`).join('、')}`,
      { words },
    ),
  );
}

/** What a program calls a note: `bf8e12c1-f26d-4e02-9912-885561a0c56a`. */
const MARK = /^[{(]?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}[)}]?$/i;

/** Word sets a little space between figures and Chinese, which a PDF has as a real one. */
function narrow(line: string): string {
  return unspaced(line).replaceAll(
    /(?<=[\u4e00-\u9fff〔〕（）、，]) (?=\d)|(?<=\d) (?=[\u4e00-\u9fff〔〕（）、，])/g,
    '',
  );
}

/** A line set sign by sign, down the page or spread over it; 一 二 三 are heads of columns. */
const SPREAD =
  /^\s*(?:[\p{Script=Han}，。、：；（）《》“”\d] ){5,}[\p{Script=Han}，。、：；（）《》“”\d]\s*$/u;

function unspaced(line: string): string {
  if (!SPREAD.test(line)) return line;
  const signs = line.trim().split(' ');
  const few = new Set(signs).size < signs.length / 2;
  const counted = signs.every((sign) => /[一二三四五六七八九十\d是否有无]/.test(sign));
  return few || counted ? line : signs.join('');
}

/** The lines of each page; what was joined anew for searching is no line of its own. */
function pagesOf({ lines }: Pick<PdfAnswer, 'lines'>): string[][] {
  const pages: string[][] = [];
  for (const { text, where, again } of lines) {
    const number = again === undefined ? /^第 (\d+) 页$/.exec(where)?.[1] : undefined;
    if (number === undefined) continue;
    const page = Number(number) - 1;
    while (pages.length <= page) pages.push([]);
    pages[page]?.push(narrow(clean(text).trimEnd()));
  }
  return pages;
}

/** `- 3 -`, `第3页 共5页` and nothing else on the line. */
const MARKED =
  /^\s*(?:[-—–－]+\s*(\d{1,4})\s*[-—–－]+|第\s*(\d{1,4})\s*页(?:[\s，,/／]*共\s*\d{1,4}\s*页)?)\s*$/;
const BARE = /^\s*(\d{1,4})\s*$/;

/**
 * A page number stands at the edge of its page. One with dashes or 第…页 says so itself; a bare number
 * is one only where the pages before or after have, at the same edge, the number that counts on to it.
 */
function withoutPageNumbers(pages: readonly (readonly string[])[]): {
  lines: string[];
  numbers: string[];
} {
  const numbers: string[] = [];
  const bare = (page: number, edge: number): number | undefined => {
    const found = BARE.exec(pages[page]?.at(edge) ?? '')?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const lines = pages.flatMap((page, index) => {
    const isNumber = (edge: number): boolean => {
      const line = page.at(edge) ?? '';
      if (page.length < 2) return false;
      if (MARKED.test(line)) return true;
      const own = bare(index, edge);
      if (own === undefined) return false;
      return [-2, -1, 1, 2].some((step) => bare(index + step, edge) === own + step);
    };
    const last = isNumber(-1);
    const first = !last && isNumber(0);
    if (first || last) numbers.push(page.at(first ? 0 : -1)?.trim() ?? '');
    return page.slice(first ? 1 : 0, last ? -1 : page.length);
  });
  return { lines, numbers };
}

const STARTS =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|第.{1,4}[条章节]|附\s*件|抄送|——)/;

/** Lines of a printed page as paragraphs: a full line that ends no sentence goes on in the next. */
function joinLines(lines: readonly string[], isTitle: (line: string) => boolean): Block[] {
  const lengths = lines.map((line) => line.trim().length).sort((a, b) => a - b);
  // Nearly the longest: a single line in small print would make all others look short.
  const usual = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
  const full = Math.max(12, usual * 0.75);
  const paragraphs: string[] = [];
  let open = false;
  for (const raw of lines) {
    const line = raw.trim();
    if (line === '') {
      open = false;
      continue;
    }
    // A figure alone on its line is a cell of a table.
    const figure = /^[\d.,，%％-]+$/.test(line);
    if (open && !figure && !STARTS.test(line)) paragraphs[paragraphs.length - 1] += line;
    else paragraphs.push(line);
    const title = paragraphs.length <= 4 && isTitle(line);
    open = line.length >= full && !figure && !/[。！？：；]$/.test(line) && !title;
  }
  return paragraphs.map((text) => paragraph(text));
}
