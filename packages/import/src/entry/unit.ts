import type { Department, Town } from '@columns/content';
import { squeeze } from '@columns/office/words';

export interface Units {
  readonly county: string;
  readonly departments: readonly Department[];
  readonly towns: readonly Town[];
}

/** The id of the unit that a name in a document stands for; towns count as units. */
export function findUnit(name: string, units: Units): string | undefined {
  const wanted = core(name, units.county);
  const fits = (candidates: readonly string[]) =>
    candidates.some((each) => core(each, units.county) === wanted);
  const department = units.departments.find(({ name: own, aliases }) =>
    fits([own, ...(aliases ?? [])]),
  );
  if (department) return department.id;
  return units.towns.find(({ name: own }) => fits([own, `${own}人民政府`, `${own}办事处`]))?.id;
}

/** 安岳县教育和体育局, 县教育和体育局 and 教育和体育局 are one. */
function core(name: string, county: string): string {
  const plain = squeeze(name);
  const short = plain.startsWith(county) ? plain.slice(county.length) : plain;
  return short
    .replace(/^[县市区省](?=.{2})/, '')
    .replace(/^人民政府(?=办公室)/, '')
    .replace(/^政府(?=办公室)/, '');
}
