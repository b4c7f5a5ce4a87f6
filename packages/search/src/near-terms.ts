/** Everyday words and the official ones that documents use instead: 低保 → 最低生活保障. */
import { parse } from 'yaml';

export interface NearTerm {
  /** 日常说法 */
  everyday: readonly string[];
  /** 文件用语 */
  official: readonly string[];
}

/**
 * Reads the list that officers keep: each entry has 日常 and 文件, one word or several.
 * @throws Error that names the entry which is not so, in Chinese
 */
export function readNearTerms(yaml: string): NearTerm[] {
  const list: unknown = parse(yaml) ?? [];
  if (!Array.isArray(list)) throw new Error('近义词表应是一个列表，每项写“日常”和“文件”。');
  return list.map((item: unknown, index) => {
    const { 日常, 文件, ...rest } = (item ?? {}) as Record<string, unknown>;
    const [everyday, official] = [words(日常), words(文件)];
    if (everyday.length === 0 || official.length === 0 || Object.keys(rest).length > 0) {
      throw new Error(`近义词表第 ${index + 1} 项不对：要写“日常”和“文件”，各有一个或几个词。`);
    }
    return { everyday, official };
  });
}

function words(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  const good = list.every((word) => typeof word === 'string' && word.trim() !== '');
  return good ? (list as string[]) : [];
}
