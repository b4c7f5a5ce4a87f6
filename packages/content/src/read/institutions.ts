import type { Standard } from '@columns/standard';
import { camelKeys } from '../camel.ts';
import type { Institution } from '../institution.ts';
import { institutionsSchema } from '../institution.ts';
import type { Problem } from '../problem.ts';
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
