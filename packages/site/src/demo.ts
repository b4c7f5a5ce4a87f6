import type { Column } from './column.ts';

/** Demonstrations that are named one by one; more of them are only counted. */
const MOST_NAMED = 8;

/**
 * What is said wherever columns are compared and some are demonstrations: their figures are made up, or follow from
 * what is. Nothing where none is.
 */
export function demoWords(columns: readonly Pick<Column, 'demo' | 'name'>[]): string | undefined {
  const demos = columns.filter(({ demo }) => demo);
  if (demos.length === 0) return undefined;
  const names = demos.map(({ name }) => name);
  const which =
    demos.length === columns.length
      ? '这里比较的都是演示专栏'
      : demos.length > MOST_NAMED
        ? `其中 ${demos.length} 个是演示专栏`
        : `其中${names.join('、')}是演示专栏`;
  return `演示数据：${which}，条数、得分和排列由为演示而写的内容算出，不反映任何地方的实际工作。`;
}
