import type { Standard } from '@columns/standard';
import type { Assessment } from '../assessment.ts';
import { assessmentSchema, measureNames } from '../assessment.ts';
import type { Problem } from '../problem.ts';
import { readYamlFile } from './county-files.ts';
import type { FileMention } from './entry.ts';
import { nearest } from './near.ts';

/** Reads `assessment.yaml`, where there is one. */
export function readAssessment(
  contentRoot: string,
  county: string,
  standard: Standard,
  problems: Problem[],
): { assessment?: Assessment; mentions: FileMention[] } {
  const file = `${county}/assessment.yaml`;
  const read = readYamlFile(contentRoot, file, assessmentSchema, problems);
  if (!read) return { mentions: [] };
  const { value, source } = read;
  const fault = (path: readonly PropertyKey[], told: string, expected: string, near?: string) =>
    problems.push({
      ...{ code: 'shape/contradiction', file, ...source.valueAt(path) },
      ...{ field: path.map(String).join('.'), value: told, expected },
      ...(near === undefined ? {} : { other: near }),
    });
  const { indicators, results = [], plan } = value;
  const ids = indicators.map(({ id }) => id);
  const measures = measureNames(standard.pairs);
  const exact = new Map<string, number>();
  for (const [index, { id, of, share, counted, bound = '为' }] of indicators.entries()) {
    if (counted !== undefined && !measures.has(counted))
      fault(
        ['indicators', index, 'counted'],
        `程序不统计 ${counted}`,
        [...measures].map(([one, name]) => `${one}（${name}）`).join('、'),
        nearest(counted, [...measures.keys()]),
      );
    if (ids.indexOf(id) < index)
      fault(['indicators', index, 'id'], `指标编号 ${id} 写了两次`, '每个指标一个编号');
    if (of === undefined || share === undefined || bound !== '为') continue;
    const sum = (exact.get(of) ?? 0) + share;
    exact.set(of, sum);
    if (sum > 100)
      fault(
        ['indicators', index, 'share'],
        `“${of}”各指标的比重合计 ${sum}%`,
        '同一项考核的比重合计不超过 100',
      );
  }
  for (const [index, { indicator }] of results.entries()) {
    const path = ['results', index, 'indicator'];
    const found = indicators.find(({ id }) => id === indicator);
    if (!found)
      fault(
        path,
        `没有指标 ${indicator}`,
        `indicators 中的编号：${ids.join('、')}`,
        nearest(indicator, ids),
      );
    else if (found.counted !== undefined)
      fault(
        path,
        `指标 ${indicator} 由程序统计，又录入了结果`,
        '删去录入的结果，或删去该指标的 counted',
      );
  }
  const mentions: FileMention[] = [];
  const mention = (target: string | undefined, path: readonly PropertyKey[]) => {
    if (target === undefined) return;
    const field = path.map(String).join('.');
    mentions.push({ to: 'entry', target, file, field, ...source.valueAt(path) });
  };
  mention(plan, ['plan']);
  for (const [index, { entry }] of results.entries()) mention(entry, ['results', index, 'entry']);
  return { assessment: value, mentions };
}
