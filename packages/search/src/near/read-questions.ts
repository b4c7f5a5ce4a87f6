/** Reads what officers keep about the way people ask. */
import { parse } from 'yaml';
import { fold } from '../fold.ts';
import type { AgeWord, Words } from './words.ts';

/**
 * Reads `data/questions.yaml`: 虚词, 同义 and 年龄.
 * @throws Error that says what is wrong, in Chinese
 */
export function readQuestions(yaml: string): Pick<Words, 'fillers' | 'alike' | 'ages'> {
  const { 虚词, 同义, 年龄, ...rest } = (parse(yaml) ?? {}) as Record<string, unknown>;
  if (Object.keys(rest).length > 0 || ![虚词, 同义, 年龄].every(Array.isArray)) {
    throw new Error(
      '提问用语表要写“虚词”（词，可以分组）、“同义”（一列，每项是几个词）和“年龄”（一列，每项写“从”“到”“说”）。',
    );
  }
  const fillers = [...new Set((虚词 as unknown[]).flat().map((word) => folded(word, '虚词')))];
  return {
    fillers: fillers.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    alike: (同义 as unknown[]).map(readAlike),
    ages: (年龄 as unknown[]).map(readAge),
  };
}

function folded(word: unknown, list: string): string {
  if (typeof word === 'string' && WORD.test(word)) return fold(word);
  throw new Error(`提问用语表“${list}”里的“${String(word)}”不对：要写一个词，只用文字和数字。`);
}

const WORD = /^[\p{L}\p{N}]+$/u;

function readAlike(item: unknown, index: number): string[] {
  if (Array.isArray(item) && item.length > 1) return item.map((word) => folded(word, '同义'));
  throw new Error(`提问用语表“同义”第 ${index + 1} 项不对：要写两个以上意思一样的词。`);
}

function readAge(item: unknown, index: number): AgeWord {
  const { 从: from, 到: to, 说: word } = (item ?? {}) as Record<string, unknown>;
  if (typeof from !== 'number' || typeof to !== 'number' || typeof word !== 'string') {
    throw new Error(`提问用语表“年龄”第 ${index + 1} 项不对：要写“从”“到”（周岁）和“说”（词）。`);
  }
  return { from, to, word: fold(word) };
}
