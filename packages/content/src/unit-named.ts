/** A unit, a town or an institution as the county's lists have it. */
export interface NamedUnit {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

export interface UnitLists {
  /** The county's full name. */
  readonly county: string;
  readonly departments: readonly NamedUnit[];
  readonly towns: readonly NamedUnit[];
  readonly institutions?: readonly NamedUnit[] | undefined;
}

/**
 * The unit that a name in a document stands for: by its own name or an alias, with or without the county's name
 * before it (安岳县教育和体育局, 县教育和体育局, 教育和体育局); a town with 人民政府 or 办事处 behind it; else the one
 * unit that the name is short for (市场监管局 for 市场监督管理局). Nothing where more than one could be meant.
 */
export function unitNamed(name: string, lists: UnitLists): NamedUnit | undefined {
  const { county, departments, towns, institutions = [] } = lists;
  const wanted = core(name, county);
  if (wanted === '') return undefined;
  const fits = (names: readonly string[]) => names.some((each) => core(each, county) === wanted);
  const units = [...departments, ...institutions];
  const unit =
    units.find(({ name: own, aliases = [] }) => fits([own, ...aliases])) ??
    towns.find(({ name: own }) => fits([own, `${own}人民政府`, `${own}办事处`]));
  if (unit) return unit;
  const longer = units.filter(({ name: own, aliases = [] }) =>
    [own, ...aliases].some((each) => isShortFor(wanted, core(each, county))),
  );
  return longer.length === 1 ? longer[0] : undefined;
}

function core(name: string, county: string): string {
  const plain = name.replaceAll(/\s+/g, '');
  const short = plain.startsWith(county) ? plain.slice(county.length) : plain;
  return short
    .replace(/^(?:[县区省]|市(?!场))(?=.{2})/, '')
    .replace(/^人民政府(?=办公室)/, '')
    .replace(/^政府(?=办公室)/, '');
}

/** So many characters of a name are enough to know it by, its last one being 局 or the like. */
const SHORTEST = 4;

/** 市场监管局 for 市场监督管理局, 卫健委 being too short: all its characters in order, first and last alike. */
function isShortFor(short: string, long: string): boolean {
  const [given, whole] = [[...short], [...long]];
  if (given.length < SHORTEST || given.length >= whole.length) return false;
  if (given[0] !== whole[0] || given[1] !== whole[1] || given.at(-1) !== whole.at(-1)) return false;
  let at = 0;
  for (const sign of whole) if (sign === given[at]) at += 1;
  return at === given.length;
}
