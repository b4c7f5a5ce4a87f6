import { Random } from './random.ts';
import { ROADS } from './vocabulary/names.ts';
import type { World } from './world.ts';
import { telephone } from './world.ts';
import { scalar } from './yaml.ts';

/** The first line of the README of a folder that may be made anew. */
export const MARK = '<!-- columns sample -->';

/** Path below the county's folder, and text. */
export type CountyFile = readonly [path: string, text: string];

/** The files of the county as a whole, and a README that says what the folder is. */
export function countyFiles(world: World, documents: number): CountyFile[] {
  return [
    ['README.md', readme(world, documents)],
    ['county.yaml', countyYaml(world)],
    ['departments.yaml', departmentsYaml(world)],
    ['towns.yaml', townsYaml(world)],
  ];
}

function readme(world: World, documents: number): string {
  return `${MARK}

# ${world.name}（虚构）

本文件夹由 \`columns sample\` 生成，供测量和试用，可随时删除或重新生成。
县名、单位、地名、企业、项目、文号、数字和人名全部是虚构的，不对应任何真实的地方、单位或个人。

- 编号：${world.id}
- 领域结构：${world.structure}
- 种子：${world.seed}
- 信息：${documents} 条
`;
}

function countyYaml({ id, name, structure, items }: World): string {
  const frequent = items.slice(0, 6).map((item) => `${item.domain}/${item.id}`);
  return `# 由 columns sample 生成的虚构县区
id: ${id}
name: ${scalar(name)}
level: county
structure: ${structure}
demo: true
frequent: [${frequent.join(', ')}]
`;
}

function departmentsYaml(world: World): string {
  const random = Random.of(world.seed, world.id, 'departments');
  const rows = world.departments.map(
    ({ id, name }) => `- id: ${id}
  name: ${scalar(name)}
  type: ${id === 'government-office' ? '政府' : '部门'}
  address: ${scalar(address(random))}
  hours: 工作日上午8时30分至12时，下午14时30分至17时30分
  telephone: "${telephone(random)}"
  post: 办公室综合岗
  example: true
`,
  );
  return `# 单位、地址和电话都是虚构的\n${rows.join('')}`;
}

function townsYaml(world: World): string {
  const random = Random.of(world.seed, world.id, 'towns');
  const rows = world.towns.map(
    ({ id, name, villages }) => `- id: ${id}
  name: ${scalar(name)}
  villages: [${villages.map(scalar).join(', ')}]
  address: ${scalar(name + address(random))}
  telephone: "${telephone(random)}"
  example: true
`,
  );
  return `# 乡镇（街道）和村（社区）的名称都是虚构的\n${rows.join('')}`;
}

function address(random: Random): string {
  return `${random.pick(ROADS)}${random.between(1, 200)}号`;
}
