import type { FrontMatter } from '../../kinds/index.ts';
import type { SplitFile } from '../front-matter.ts';
import type { BodyLink } from './body.ts';
import type { Reading } from './reading.ts';

/** Words of the templates and of a draft, which stand in brackets of full width (`grow/src/forms/examples.ts`). */
const TEMPLATE =
  /（(?:标题|正文|文字|索引号|审核岗位|附件名称|发文机关|收费标准|事项编码|撤下原因)）|0000-0000001/;
/** A value, a line or a cell that is such a word and nothing else. */
const ALONE = new RegExp(`^(?:${TEMPLATE.source})$`);

/** What an entry's own text says wrong without breaking a form: warnings, each once. */
export function textSlips(
  reading: Reading,
  split: SplitFile,
  data: FrontMatter,
  links: readonly BodyLink[],
): void {
  templateWords(reading, split, data);
  titleAgain(reading, split, data);
  pictureOnly(reading, split, links);
  numberSlips(reading, split, data);
}

function templateWords(reading: Reading, split: SplitFile, data: FrontMatter): void {
  for (const [path, value] of texts(data)) {
    // What is marked as an example may have a number that is nobody's.
    if (!ALONE.test(value) || (data.example === true && value.startsWith('0000'))) continue;
    const at = split.yaml.valueAt(path);
    reading.report('text/template-words', at, { field: path.map(String).join('.'), value });
  }
  if (!TEMPLATE.test(split.body)) return;
  for (const [index, line] of split.body.split('\n').entries()) {
    const cells = line.replace(/^[\s#>*-]+/, '').split('|');
    const cell = cells.map((one) => one.replaceAll('**', '').trim()).find((one) => ALONE.test(one));
    if (cell === undefined) continue;
    const at = { line: split.bodyLine + index, column: line.indexOf(cell) + 1 };
    reading.report('text/template-words', at, { value: cell });
  }
}

/** Every text of the front matter, with its path. */
function texts(value: unknown, path: readonly PropertyKey[] = []): [PropertyKey[], string][] {
  if (typeof value === 'string') return [[[...path], value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    texts(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The page has the title already, be it over several lines, as on paper, or below who issued it. */
function titleAgain(reading: Reading, split: SplitFile, { title }: FrontMatter): void {
  const lines = split.body.split('\n', FIRST_LINES);
  const words = lines.flatMap((line, index) => {
    const own = bare(line);
    return own === '' ? [] : [{ own, index }];
  });
  const wanted = bare(title);
  for (const start of [0, 1]) {
    let joined = '';
    for (const { own, index } of words.slice(start, start + TITLE_LINES)) {
      joined += own;
      if (joined !== wanted) continue;
      const first = words[start]?.index ?? index;
      const value = lines
        .slice(first, index + 1)
        .filter((line) => line.trim() !== '')
        .map((line) => line.trim())
        .join('');
      reading.report('text/title-again', { line: split.bodyLine + first, column: 1 }, { value });
      return;
    }
  }
}

/** Above the first words stand at most so many empty lines. */
const FIRST_LINES = 12;
/** On paper a long title stands in so many lines. */
const TITLE_LINES = 4;

const bare = (text: string): string => text.replaceAll(/^#{1,6}\s|<\/?[a-z]+>|[\s*_　]/g, '');

const IMAGE = /!\[[^\]]*\]\([^)]*\)/g;

/** A picture in place of the text, without a word of what is in it. */
function pictureOnly(
  reading: Reading,
  { body, bodyLine }: SplitFile,
  links: readonly BodyLink[],
): void {
  const pictures = links.filter(({ image }) => image);
  const [first] = pictures;
  if (!first || pictures.some(({ text = '' }) => text.trim() !== '')) return;
  if (body.replaceAll(IMAGE, '').trim() !== '') return;
  const line = first.at.line >= bodyLine ? first.at : { line: bodyLine, column: 1 };
  reading.report('text/picture-only', line, { value: first.url });
}

/** 〔2026〕第5号 and 〔2026〕05号, and a year that is later than the document. */
function numberSlips(reading: Reading, { yaml }: SplitFile, data: FrontMatter): void {
  const number = data['doc-number'];
  const [, year, ordinal = '', digits = ''] = /〔(\d{4})〕(第?)(\d+)号$/.exec(number ?? '') ?? [];
  if (number === undefined || year === undefined) return;
  const at = yaml.valueAt(['doc-number']);
  if (ordinal !== '' || /^0/.test(digits)) {
    const expected = number.replace(/〕第?0*(?=\d+号$)/, '〕');
    reading.report('text/number-form', at, { field: 'doc-number', value: number, expected });
  }
  // What was signed in December may be numbered and published in January.
  if (Number(year) <= Number(data.published.slice(0, 4))) return;
  reading.report('text/number-year', at, {
    field: 'doc-number',
    value: number,
    other: `发布日期 ${data.published}`,
  });
}
