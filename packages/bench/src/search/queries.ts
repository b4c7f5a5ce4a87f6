/** What is asked in the benchmark, by class, drawn from the documents; and the truth about it. */
import { fold } from '@columns/search/fold';
import { Random } from '../generate/random.ts';
import { GIVEN, PLACE_FIRST, PLACE_SECOND, STEMS } from '../generate/vocabulary/names.ts';
import { TERMS } from '../generate/vocabulary/phrases.ts';

export interface Query {
  class: string;
  text: string;
}

/** What citizens type most. Bytes and times are measured with these. */
export const EVERYDAY =
  '低保 义务教育 医疗救助 养老服务 危房改造 招生 补贴 公示 就业创业 征地补偿 食品安全 住房保障 财政预算 法律援助 户籍管理 乡村振兴 环境保护 安全生产 残疾人 招标'.split(
    ' ',
  );

/** How somebody asks in his own words: what near answers cost is measured with these. */
export const COLLOQUIAL =
  '高龄津帖 老人80岁补贴怎么领 买农机国家给补多少钱 没钱打官司怎么办 暂住证怎么办 图书馆星期天开不开 lyaq 村里修路花了多少钱 领养孩子怎么登记 猪得病死了赔不赔 老板不给交社保'.split(
    ' ',
  );

const han = (chars: readonly string[]) => `[${chars.join('')}]`;
const PATTERNS: Readonly<Record<string, RegExp>> = {
  'personal names': new RegExp(`${han(STEMS)}${han(GIVEN)}{1,2}`, 'gu'),
  'place names': new RegExp(`${han(PLACE_FIRST)}${han(PLACE_SECOND)}[村镇乡]`, 'gu'),
  'document numbers': /[\u4e00-\u9fff]{2,4}〔\d{4}〕\d+号/gu,
  'telephone numbers': /\d{4}-\d{7,8}/gu,
  'mixed strings': /[\u4e00-\u9fff]{1,3}\d[\d.]*[\u4e00-\u9fff%]{1,3}/gu,
};

/** So many queries of each class; the same documents give the same. */
export function drawQueries(texts: readonly (readonly string[])[], each: number): Query[] {
  const random = Random.of(7, 'search', each);
  const queries = Array.from({ length: each }, () => ({
    class: 'random substrings',
    text: substring(random, random.pick(random.pick(texts))),
  }));
  for (const [name, pattern] of Object.entries(PATTERNS)) {
    const found = new Set<string>();
    for (let tries = 0; found.size < each && tries < each * 200; tries += 1) {
      const all = random.pick(texts).flatMap((text) => text.match(pattern) ?? []);
      if (all.length > 0) found.add(random.pick(all));
    }
    queries.push(...[...found].map((text) => ({ class: name, text })));
  }
  const terms = random.some(TERMS, each);
  return [...queries, ...terms.map((text) => ({ class: 'official terms', text }))];
}

function substring(random: Random, text: string): string {
  const chars = Array.from(text.replaceAll(/\s/gu, ''));
  const length = random.between(2, Math.min(20, Math.max(2, chars.length)));
  const start = random.between(0, Math.max(0, chars.length - length));
  return chars.slice(start, start + length).join('');
}

export interface Truth {
  /** Numbers of the documents in which the query stands. */
  all: ReadonlySet<number>;
  /** Those of them that a person would want first: the query is in the title. */
  titled: ReadonlySet<number>;
}

/** By plain search in every block. The first text of a document is its title. */
export function truthOf(folded: readonly (readonly string[])[], query: string): Truth {
  const wanted = fold(query);
  const [all, titled] = [new Set<number>(), new Set<number>()];
  folded.forEach((texts, document) => {
    if (texts[0]?.includes(wanted)) titled.add(document);
    if (texts.some((text) => text.includes(wanted))) all.add(document);
  });
  return { all, titled };
}
