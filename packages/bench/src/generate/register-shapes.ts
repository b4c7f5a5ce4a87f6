import { daysAfter } from './days.ts';
import type { RegisterPlan } from './plan.ts';
import type { Prose } from './prose.ts';
import type { Random } from './random.ts';
import { ROADS } from './vocabulary/names.ts';
import * as phrases from './vocabulary/phrases.ts';
import type { ItemSlot } from './world.ts';
import { firmName, personName, projectName, schoolName, telephone } from './world.ts';

/** Tables that counties publish in many domains. */
const SHAPES: readonly Pick<RegisterPlan, 'name' | 'columns'>[] = [
  { name: '服务机构名录', columns: ['序号', '机构名称', '地址', '联系电话', '服务时间'] },
  { name: '学校名录', columns: ['学校名称', '地址', '办学性质', '办学规模（人）', '咨询电话'] },
  { name: '企业名录', columns: ['企业名称', '经营范围', '地址', '许可证编号', '有效期至'] },
  {
    name: '项目清单',
    columns: ['项目名称', '实施地点', '总投资（万元）', '责任单位', '进展', '备注'],
  },
  {
    name: '行政许可信息',
    columns: ['行政相对人', '许可事项', '决定书文号', '决定日期', '许可机关'],
  },
  { name: '行政处罚信息', columns: ['当事人', '违法事实', '处罚依据', '处罚内容', '处罚日期'] },
  { name: '监督检查结果', columns: ['被检查单位', '检查日期', '检查内容', '检查结果', '处理情况'] },
  {
    name: '补助对象名单',
    columns: ['姓名', '乡镇（街道）', '村（社区）', '补助类别', '金额（元）'],
  },
  { name: '资金分配表', columns: ['乡镇（街道）', '项目名称', '金额（万元）', '资金来源', '用途'] },
  { name: '权责清单', columns: ['序号', '事项名称', '责任单位', '设定依据', '办理时限（工作日）'] },
  { name: '岗位信息', columns: ['用人单位', '岗位', '人数', '月薪（元）', '工作地点', '联系电话'] },
  { name: '场所清单', columns: ['名称', '地址', '可容纳人数', '开放时间', '管理单位'] },
];

/** A table of a shape of its own, or one whose columns are the item's elements. */
export function registerPlan(random: Random, slot: ItemSlot): RegisterPlan {
  const rows = random.chance(0.012) ? random.between(1000, 2400) : rowsOf(random);
  const { elements } = slot;
  const tabular =
    elements.length >= 3 && elements.length <= 12 && new Set(elements).size === elements.length;
  if (tabular && random.chance(0.4)) {
    return { name: '公开信息表', columns: elements, fromElements: true, rows };
  }
  return { ...random.pick(SHAPES), fromElements: false, rows };
}

/** 10 to 200, more often few. */
function rowsOf(random: Random): number {
  return 10 + Math.floor(190 * random.next() * random.next());
}

/** A cell, guessed from the name of its column as an officer would fill it. */
export function cell(column: string, row: number, prose: Prose, published: string): string {
  const { random, world } = prose;
  const day = () => daysAfter(published, -random.between(10, 600));
  if (column === '序号') return String(row + 1);
  if (column === '姓名') return personName(random);
  if (column === '备注') return random.chance(0.2) ? `由${random.pick(phrases.BASES)}确定` : '';
  if (/电话|联系方式/.test(column)) return telephone(random);
  if (/乡镇/.test(column)) return random.pick(world.towns).name;
  if (/^村/.test(column)) return random.pick(random.pick(world.towns).villages);
  if (/学校/.test(column)) return schoolName(world, random);
  if (/项目名称|项目信息/.test(column)) return projectName(world, random);
  if (/有效期/.test(column)) return daysAfter(published, random.between(1, 60));
  if (/日期|时间$/.test(column) && !/服务|开放/.test(column)) return day();
  if (/服务时间|开放时间/.test(column)) return '周一至周五8:30—12:00，14:30—17:30';
  if (/文号|编号/.test(column)) return `样许〔${day().slice(0, 4)}〕${random.between(1, 900)}号`;
  if (/元）|金额|标准/.test(column))
    return `${random.between(200, 60000)}.${random.between(10, 99)}`;
  if (/人数|规模|人）|工作日）/.test(column)) return String(random.between(2, 900));
  if (/地址|地点/.test(column)) {
    return `${random.pick(world.towns).name}${random.pick(ROADS)}${random.between(1, 300)}号`;
  }
  if (/依据/.test(column)) return `${random.pick(phrases.LAWS)}第${random.between(2, 80)}条`;
  if (/机关|责任单位|管理单位|部门/.test(column)) return random.pick(world.departments).name;
  if (/企业|单位|相对人|当事人|机构/.test(column)) return firmName(world, random);
  if (/性质/.test(column)) return random.pick(['公办', '民办']);
  if (/处罚内容/.test(column)) return `警告，罚款${random.between(1, 50) * 100}元`;
  if (/结果|进展/.test(column))
    return random.pick(['合格', '责令改正', '已办结', '办理中', '通过']);
  if (/内容|事实|情况|范围/.test(column)) {
    return `${prose.action()}，${prose.action()}；${prose.term()}`;
  }
  return prose.term();
}

/** The CSV of a register: quoted only where a cell needs it. No list has a row twice. */
export function csv(plan: RegisterPlan, prose: Prose, published: string): string {
  const lines = [plan.columns.map(quoted).join(',')];
  for (let row = 0; row < plan.rows; row += 1) {
    lines.push(plan.columns.map((column) => quoted(cell(column, row, prose, published))).join(','));
  }
  return `${[...new Set(lines)].join('\n')}\n`;
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
