import type { FrontMatter } from './kinds/index.ts';
import type { SplitFile } from './read/front-matter.ts';

/**
 * An amount, a standard, a time limit or a telephone of an entry, with what it is called there:
 * what the county, the town and the village must tell alike (六政办秘〔2020〕94号, 二（五）10:
 * 相同事项的公开内容对应一致).
 */
export interface Figure {
  /** `低保标准`, `咨询电话`. */
  readonly label: string;
  /** As it is written there: `每人每月720元`. */
  readonly value: string;
  /** Line of the file. */
  readonly line: number;
}

const UNIT = '(?:万元|亿元|元|个?工作日|个月|天|日内|年|%|％)';
const PER = '(?:每[\\p{Script=Han}／/]{1,4}(?:每[\\p{Script=Han}]{1,2})?)?';
const FIGURE = new RegExp(
  `${PER}\\s*\\d[\\d,]*(?:\\.\\d+)?\\s*${UNIT}(?:[/／·][\\p{Script=Han}·/／]{1,6})?`,
  'gu',
);
const TELEPHONE =
  /(?<!\d)(?:0\d{2,3}-\d{7,8}|[48]00-\d{3}-?\d{4}|1\d{4}|12\d{3})(?![\d年月日.元])/gu;
/** `咨询电话：…`, also as an item of a list or in bold. */
const LABELLED =
  /^[-*+\d.、|\s]*(?:\*\*)?([\p{Script=Han}（）、]{2,16})(?:\*\*)?\s*[：:|](?:\*\*)?\s*(.+)$/u;
/** `低保标准为每人每月720元`, `咨询电话0000-0000001`. */
const SAID = /([\p{Script=Han}]{2,12}?)(?:标准)?(?:提高到|调整为|为|是)$/u;

/** The figures of an entry, in the order of its file; each label once, where it stands first. */
export function figuresOf(data: FrontMatter, split: SplitFile): Figure[] {
  const found = [...fieldFigures(data, split), ...textFigures(split)];
  const labels = found.map(({ label }) => label);
  return found.filter(({ label }, index) => labels.indexOf(label) === index);
}

/** Facts that a guide holds as fields, under the names that texts give them. */
function fieldFigures(data: FrontMatter, { yaml }: SplitFile): Figure[] {
  if (data.kind !== 'guide') return [];
  const fields: readonly [label: string, value: string | undefined, path: readonly string[]][] = [
    ['承诺时限', data.limit.promised, ['limit', 'promised']],
    ['收费标准', data.fee.standard, ['fee', 'standard']],
    ['咨询电话', data.telephone, ['telephone']],
    ['监督投诉电话', data.complaints, ['complaints']],
  ];
  return fields.flatMap(([label, value, path]) =>
    value === undefined ? [] : [{ label, value, line: yaml.valueAt(path).line }],
  );
}

function textFigures({ body, bodyLine }: SplitFile): Figure[] {
  return body.split('\n').flatMap((text, index) => lineFigures(text, bodyLine + index));
}

function lineFigures(text: string, line: number): Figure[] {
  const [, label = '', rest = ''] = LABELLED.exec(text) ?? [];
  const [whole] = label === '' ? [] : valuesIn(rest);
  if (whole !== undefined) return [{ label, value: whole.value, line }];
  return text.split(/[。；;，,！]/).flatMap((clause) =>
    valuesIn(clause).flatMap(({ value, at }) => {
      const name = nameBefore(clause.slice(0, at));
      return name === undefined ? [] : [{ label: name, value, line }];
    }),
  );
}

function valuesIn(text: string): { value: string; at: number }[] {
  return [FIGURE, TELEPHONE]
    .flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: value, index }) => ({
        value: value.trim(),
        at: index,
      })),
    )
    .sort((a, b) => a.at - b.at);
}

/** What the words before a figure call it: `城乡低保标准为`, `咨询电话：`. */
function nameBefore(words: string): string | undefined {
  const plain = words.replaceAll(/[*\s]/g, '');
  const telephone = /([\p{Script=Han}]{0,4}电话)[：:为是]?$/u.exec(plain)?.[1];
  return telephone ?? SAID.exec(plain)?.[0].replace(/(?:提高到|调整为|为|是)$/, '');
}
