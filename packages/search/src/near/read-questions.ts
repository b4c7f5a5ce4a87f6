/** Reads what officers keep about the way people ask. */
import { parse } from 'yaml';
import { fold } from '../fold.ts';
import type { AgeWord, Words } from './words.ts';

/**
 * Reads `data/questions.yaml`: 虚词 and 年龄.
 * @throws Error that says what is wrong, in Chinese
 */
export function readQuestions(yaml: string): Pick<Words, 'fillers' | 'ages'> {
  const { 虚词, 年龄, ...rest } = (parse(yaml) ?? {}) as Record<string, unknown>;
  const known = Object.keys(rest).length === 0 && Array.isArray(虚词) && Array.isArray(年龄);
  if (!known || !虚词.every((word) => typeof word === 'string' && word.trim() !== '')) {
    throw new Error('提问用语表要写“虚词”（一列词）和“年龄”（一列，每项写“从”“到”“说”）。');
  }
  const fillers = [...new Set((虚词 as string[]).map(fold))];
  return {
    fillers: fillers.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    ages: 年龄.map(readAge),
  };
}

function readAge(item: unknown, index: number): AgeWord {
  const { 从: from, 到: to, 说: word } = (item ?? {}) as Record<string, unknown>;
  if (typeof from !== 'number' || typeof to !== 'number' || typeof word !== 'string') {
    throw new Error(`提问用语表“年龄”第 ${index + 1} 项不对：要写“从”“到”（周岁）和“说”（词）。`);
  }
  return { from, to, word: fold(word) };
}
