import type { Standard } from '@columns/standard';
import { camelKeys } from '../camel.ts';
import type { Institution } from '../institution.ts';
import { institutionsSchema } from '../institution.ts';
import { institutionItems } from '../institutions.ts';
import type { Problem } from '../problem.ts';
import type { CountyContent } from './county.ts';
import { readYamlFile } from './county-files.ts';
import type { FileMention } from './entry.ts';
import { nearest } from './near.ts';

export interface InstitutionsReading {
  readonly institutions: readonly Institution[];
  readonly mentions: readonly FileMention[];
  /** The file is there and could not be read: nothing can be said of the names in it. */
  readonly broken: boolean;
}

/** Reads `institutions.yaml`; `taken` are the ids of other units, which no institution may have. */
export function readInstitutions(
  contentRoot: string,
  county: string,
  standard: Standard,
  taken: ReadonlySet<string>,
  problems: Problem[],
): InstitutionsReading {
  const file = `${county}/institutions.yaml`;
  const before = problems.length;
  const read = readYamlFile(contentRoot, file, institutionsSchema, problems);
  if (!read) return { institutions: [], mentions: [], broken: problems.length > before };
  const { value, source } = read;
  const sectors = standard.institutions.sectors.map(({ id }) => id);
  const seen = new Set(taken);
  const mentions: FileMention[] = [];
  for (const [index, { id, sector, supervisor }] of value.entries()) {
    if (seen.has(id)) {
      problems.push({
        ...{ code: 'shape/contradiction', file, ...source.valueAt([index, 'id']) },
        ...{ field: `${index}.id`, value: `编号 ${id} 已经是另一个单位的` },
        expected: '与 departments.yaml、towns.yaml 和本文件中的编号都不相同',
      });
    }
    seen.add(id);
    if (!sectors.includes(sector)) {
      const near = nearest(sector, sectors);
      problems.push({
        ...{ code: 'shape/unknown-choice', file, ...source.valueAt([index, 'sector']) },
        ...{ field: `${index}.sector`, value: sector, expected: sectors.join('、') },
        ...(near === undefined ? {} : { other: near }),
      });
    }
    if (supervisor !== undefined) {
      const path = [index, 'supervisor'];
      mentions.push({
        ...{ to: 'unit', target: supervisor, file, field: path.join('.') },
        ...source.valueAt(path),
      });
    }
  }
  const institutions = value.map(
    (one, index): Institution => ({
      ...camelKeys(one),
      lines: { id: source.valueAt([index]).line },
    }),
  );
  return { institutions, mentions, broken: false };
}

/** Entries that say they disclose an item which their institution does not have. */
export function disclosureProblems(content: CountyContent, standard: Standard): Problem[] {
  if (content.unread.has('unit')) return [];
  const byId = new Map(content.institutions.map((one) => [one.id, one]));
  return content.entries.flatMap((entry): Problem[] => {
    const { discloses = [], unit, kind } = entry.data;
    const at = { file: entry.file, line: entry.lines['discloses'] ?? 1, column: 1, kind };
    const institution = byId.get(unit ?? '');
    if (discloses.length > 0 && !institution) {
      return [
        {
          ...{ code: 'shape/contradiction', ...at, field: 'discloses' },
          value: `发布机构 ${unit ?? '（没有写）'} 不是公共企事业单位，不能写 discloses`,
          expected: 'unit 写 institutions.yaml 中的编号；由政府部门发布的，删去 discloses',
        },
      ];
    }
    const known = institution ? institutionItems(institution, standard).map(({ id }) => id) : [];
    return discloses.flatMap((item, index): Problem[] => {
      if (known.includes(item)) return [];
      const near = nearest(item, known);
      return [
        {
          ...{ code: 'shape/unknown-choice', ...at, field: `discloses.${index}` },
          ...{ value: item, expected: known.join('、') },
          ...(near === undefined ? {} : { other: near }),
        },
      ];
    });
  });
}
