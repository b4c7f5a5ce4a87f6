import type { Problem } from '../problem.ts';
import type { UnitLists } from '../unit-named.ts';
import { unitNamed } from '../unit-named.ts';

/** Fields that ask for the id of a unit or a town. */
const UNIT_FIELDS = ['unit', 'town'];

/** Where a unit's name was typed for its id, the finding says which id that is; otherwise it would only tell a form. */
export function withUnitIds(problems: readonly Problem[], lists: UnitLists): Problem[] {
  return problems.map((problem) => {
    const { code, field = '', value = '' } = problem;
    if (code !== 'shape/bad-format' || !UNIT_FIELDS.includes(field)) return problem;
    if (!/\p{Script=Han}/u.test(value)) return problem;
    const unit = unitNamed(value, field === 'town' ? { ...lists, departments: [] } : lists);
    const { expected: _, ...rest } = problem;
    return {
      ...rest,
      code: 'shape/unknown-unit',
      expected: unit?.id ?? '单位的编号，不写名称：departments.yaml 或 towns.yaml 中的 id',
      ...(unit === undefined ? {} : { other: unit.id }),
    };
  });
}
