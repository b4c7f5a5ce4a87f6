import { spelt as spellWord } from '@columns/content/naming';
import { DIVISIONS_SOURCE, type Division, isTown } from './divisions.ts';

const KINDS_OF_TOWN = [
  ['街道办事处', 'jiedao'],
  ['街道', 'jiedao'],
  ['苏木', 'sumu'],
  ['镇', 'zhen'],
  ['乡', 'xiang'],
] as const;

/** `towns.yaml` of a division; ids are the pinyin of the names, and none of them is in `taken`. */
export function townsYaml(division: Division, taken: ReadonlySet<string>): string {
  const towns = division.below.filter(isTown);
  const others = division.below.filter((name) => !isTown(name));
  const head = [
    `# ${division.name}，区划代码${division.code}；2023年统计用区划，共${towns.length}个乡镇、街道`,
    '# 编号由名称的拼音生成，多音字请核对；有信息使用后，编号不再改动',
    ...(others.length === 0 ? [] : [`# 统计上另列、不是乡镇街道的：${others.join('、')}`]),
  ];
  const ids = townIds(towns, taken);
  const rows = towns.map(
    (name, index) => `- id: ${ids[index]}\n  name: ${name}\n  source: ${DIVISIONS_SOURCE}`,
  );
  return `${[...head, ...(rows.length === 0 ? ['[]'] : rows)].join('\n')}\n`;
}

/** Ids in the towns' order: without 镇, 乡, 街道 where that is enough to tell them apart. */
export function townIds(names: readonly string[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  const short = names.map((name) => spelt(name.slice(0, name.length - endOf(name)[0].length)));
  return names.map((name, index) => {
    const plain = short[index] as string;
    const alone = short.filter((each) => each === plain).length === 1;
    let id = alone && plain !== '' ? plain : `${plain}-${endOf(name)[1]}`.replace(/^-/, '');
    for (let n = 2; used.has(id); n++) id = `${plain}-${endOf(name)[1]}${n === 2 ? '' : `-${n}`}`;
    used.add(id);
    return id;
  });
}

function endOf(name: string): (typeof KINDS_OF_TOWN)[number] | readonly ['', 'town'] {
  return KINDS_OF_TOWN.find(([end]) => name.endsWith(end)) ?? ['', 'town'];
}

/** Rare characters that have no known reading are left out. */
function spelt(name: string): string {
  return spellWord(name, 'drop')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
