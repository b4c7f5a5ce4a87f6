import type { Paper } from '@columns/office/paper';
import { clean, oneLine } from '@columns/office/words';

/** Facts that a file states beside its text, such as the head of an old site's page. */
export type Labels = Readonly<Partial<Record<LabelKey, string>>>;

export type LabelKey =
  | 'title'
  | 'docNumber'
  | 'issuer'
  | 'publisher'
  | 'formed'
  | 'published'
  | 'indexNumber'
  | 'topic'
  | 'validity'
  | 'column'
  | 'keywords'
  | 'source';

/** What a reader of pages and texts gives: a paper with what stands in its head. */
export interface LabelledPaper extends Paper {
  readonly labels?: Labels;
}

/** Labels of the head of a page or document, with the spaces that justify them left out. */
const NAMES: Readonly<Record<string, LabelKey | 'ignored'>> = {
  标题: 'title',
  名称: 'title',
  文号: 'docNumber',
  发文字号: 'docNumber',
  文件编号: 'docNumber',
  发文机关: 'issuer',
  发文单位: 'issuer',
  制发机关: 'issuer',
  发布机构: 'publisher',
  发布单位: 'publisher',
  信息来源: 'publisher',
  来源: 'publisher',
  成文日期: 'formed',
  生成日期: 'formed',
  发文日期: 'formed',
  发布时间: 'published',
  发布日期: 'published',
  公开日期: 'published',
  时间: 'published',
  索引号: 'indexNumber',
  索取号: 'indexNumber',
  主题分类: 'topic',
  信息分类: 'topic',
  有效性: 'validity',
  效力状态: 'validity',
  栏目: 'column',
  关键词: 'keywords',
  主题词: 'keywords',
  原文链接: 'source',
  浏览次数: 'ignored',
  阅读次数: 'ignored',
  点击数: 'ignored',
  字号: 'ignored',
  字体: 'ignored',
  体裁分类: 'ignored',
  内容概述: 'ignored',
  废止日期: 'ignored',
  公开方式: 'ignored',
};

const spaced = (name: string) => [...name].join('[ \\u3000]*');
const LABEL = new RegExp(
  `(?<![\\u4e00-\\u9fff])(${Object.keys(NAMES).map(spaced).join('|')})[ \\u3000]*[：:]`,
  'g',
);

/** Reads `标 题： …  发文字号： …`, each value running to the next label. */
export function readLabels(text: string): { labels: Labels; before: string } {
  const plain = clean(text);
  const found = [...plain.matchAll(LABEL)];
  const labels: Partial<Record<LabelKey, string>> = {};
  for (const [index, match] of found.entries()) {
    const key = NAMES[(match[1] ?? '').replaceAll(/[ \u3000]/g, '')];
    const end = found[index + 1]?.index ?? plain.length;
    const value = oneLine(plain.slice(match.index + match[0].length, end));
    if (key === undefined || key === 'ignored' || value === '' || /^(?:无|-+|\/)$/.test(value))
      continue;
    labels[key] ??=
      key === 'validity'
        ? (/^[\u4e00-\u9fff]{2,4}?(?=\s|$)/.exec(
            plain.slice(match.index + match[0].length, end).trim(),
          )?.[0] ?? value)
        : value;
  }
  return { labels, before: plain.slice(0, found[0]?.index ?? plain.length) };
}

/** The label that a whole line is: `发布机构: 澳前镇`. */
export function readLabelLine(line: string): Labels | undefined {
  const match = new RegExp(`^\\s*${LABEL.source}`).exec(line);
  if (!match) return undefined;
  return readLabels(line).labels;
}
