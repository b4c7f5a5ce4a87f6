import { hiddenSigns } from '../../src/facts/hidden-signs.ts';
import {
  findPersonal,
  personalInCsv,
  personalInLines,
  personalInText,
  redact,
} from '../../src/personal/index.ts';

/** A text that grows with `count`, and what reads it. */
export interface Growing {
  readonly read: (text: string) => unknown;
  readonly text: (count: number) => string;
  /** A count at which it takes some milliseconds. */
  readonly count: number;
}

const HOME = '花园8栋2单元501室';
const times = (text: string) => (count: number) => text.repeat(count);

/** Texts in which each part invites a search to begin anew, or to look back at all that went before. */
export const GROWING: Readonly<Record<string, Growing>> = {
  'homes in one line': { read: findPersonal, text: times(`${HOME}、`), count: 500 },
  'doors of villages': { read: findPersonal, text: times('花果村3组12号'), count: 500 },
  'homes behind their label': {
    read: findPersonal,
    text: times('家庭住址：花果村3组，'),
    count: 500,
  },
  'letters without an end': { read: findPersonal, text: times('甲乙丙丁'), count: 5_000 },
  'mobile numbers': { read: findPersonal, text: times('13812345678、'), count: 1_000 },
  'mobile numbers, all in one line': {
    read: personalInLines,
    text: times('13812345678、'),
    count: 5_000,
  },
  'mobile numbers, a line each': {
    read: personalInLines,
    text: times('13812345678\n'),
    count: 1_000,
  },
  'mobile numbers, a paragraph each': {
    read: personalInLines,
    text: times('13812345678\n\n'),
    count: 1_000,
  },
  'figures apart': { read: findPersonal, text: times('1 '), count: 2_500 },
  'figures in one piece': { read: findPersonal, text: times('138123456789'), count: 2_500 },
  'groups of three': { read: findPersonal, text: times('138-'), count: 2_500 },
  'figures of all scripts': { read: findPersonal, text: times('１①¹一٣'), count: 1_000 },
  'Chinese figures': { read: findPersonal, text: times('一二三 '), count: 2_500 },
  labels: { read: findPersonal, text: times('身份证号护照'), count: 1_000 },
  'labels with numbers': { read: findPersonal, text: times('护照号：E12345678、'), count: 750 },
  'unseen signs': { read: findPersonal, text: times('1\u200b'), count: 2_500 },
  'what is told of them': { read: redact, text: times('13812345678、'), count: 1_000 },
  'hidden signs': {
    read: (text) => hiddenSigns(text, 'a.csv'),
    text: times('甲\u200b\n'),
    count: 2_500,
  },
  'hidden signs as references': {
    read: (text) => hiddenSigns(text, 'a.md'),
    text: times('甲&#8203;\n'),
    count: 2_500,
  },
  'a table of CSV': {
    read: personalInCsv,
    text: times('张三,13812345678,花果村3组\n'),
    count: 500,
  },
  'columns of CSV': { read: personalInCsv, text: times('13812345678,'), count: 750 },
  'quotation marks in CSV': { read: personalInCsv, text: times('"13812345678"",'), count: 750 },
  'open quotation marks in CSV': {
    read: personalInCsv,
    text: times('"13812345678\n'),
    count: 750,
  },
  'a table of HTML, a cell a line': {
    read: personalInText,
    text: (count) =>
      `<table>\n${'<tr>\n<td>张三</td>\n<td>13812345678</td>\n</tr>\n'.repeat(count)}</table>`,
    count: 375,
  },
  'merged cells': {
    read: personalInText,
    text: (count) =>
      `<table>\n${'<tr>\n<td rowspan="999" colspan="999">13812345678</td>\n</tr>\n'.repeat(count)}</table>`,
    count: 300,
  },
  'tables in tables': {
    read: personalInText,
    text: times('<table>\n<tr>\n<td>13812345678\n'),
    count: 375,
  },
  'open comments': {
    read: personalInText,
    text: (count) => `<p>13812345678\n${'<!-'.repeat(count)}`,
    count: 5_000,
  },
  'open tags': {
    read: personalInText,
    text: (count) => `<p>13812345678\n${'<a '.repeat(count)}`,
    count: 5_000,
  },
  'lines of bars': {
    read: personalInText,
    text: (count) => `13812345678\n${' \n'.repeat(count)}| 地址 |`,
    count: 20_000,
  },
};
