/** Queries of every class, drawn from documents, so that something is to be found. */
import type { SearchDocument } from '@columns/search/build';
import { ConverterFactory } from 'opencc-js/core';
import STCharacters from 'opencc-js/dict/STCharacters';
import STPhrases from 'opencc-js/dict/STPhrases';
import TWVariants from 'opencc-js/dict/TWVariants';
import { NAMES, nameOf, PHRASES, pick, placeOf, seeded } from './corpus.ts';
import { textsOf } from './truth.ts';

const traditional = ConverterFactory([STPhrases, STCharacters], [TWVariants]);
const RANDOM = ['一', '办', '村', '李', '２', '第', '（', '，', 'Ａ', '〔'];

/** As the text was written, with its spaces; cut between characters. */
function substring(random: () => number, documents: readonly SearchDocument[]): string {
  for (;;) {
    const chars = Array.from(pick(random, textsOf(pick(random, documents))));
    const start = Math.floor(random() * chars.length);
    const query = chars.slice(start, start + 1 + Math.floor(random() * 20)).join('');
    if (query !== '') return query;
  }
}

/** Up to `count` different matches of a pattern in the documents. */
function drawn(
  random: () => number,
  documents: readonly SearchDocument[],
  pattern: RegExp,
  count: number,
): string[] {
  const all = new Set(
    documents.flatMap((each) => textsOf(each)).flatMap((text) => text.match(pattern) ?? []),
  );
  const left = [...all].sort();
  const some: string[] = [];
  while (some.length < count && left.length > 0) {
    some.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return some;
}

export function queryClasses(
  documents: readonly SearchDocument[],
  count: number,
): Record<string, string[]> {
  const random = seeded(41);
  const many = (make: () => string) => Array.from({ length: count }, make);
  const some = (pattern: RegExp) => drawn(random, documents, pattern, count);
  const parts = (text: string) => {
    const chars = Array.from(text);
    const start = Math.floor(random() * (chars.length - 2));
    return chars.slice(start, start + 2 + Math.floor(random() * 6)).join('');
  };
  return {
    'random substrings': many(() => substring(random, documents)),
    // Half of them stand somewhere; of the others nothing may be found that only looks alike.
    'made-up personal names': [
      ...some(NAMES).slice(count / 2),
      ...many(() => nameOf(random)),
    ].slice(0, count),
    'place names': [...some(/\p{L}{3}村/gu).slice(count / 2), ...many(() => placeOf(random))].slice(
      0,
      count,
    ),
    'official terms': many(() => parts(pick(random, PHRASES))),
    'document numbers': some(/[\u4e00-\u9fff]{1,4}\(\d{4}\)\d+号/gu),
    'mixed strings': some(/\d{4}年第\d+号|b\d+#楼|a级\p{L}{1,3}|\p{L}{2}public/gu),
    'traditional characters': many(() => traditional(substring(random, documents))),
    'one character': [
      ...RANDOM.slice(0, count),
      ...many(() => pick(random, Array.from(substring(random, documents)))),
    ].slice(0, count),
    'two terms': many(
      () => `${parts(pick(random, PHRASES))} ${pick(random, Array.from(placeOf(random)))}`,
    ),
  };
}
