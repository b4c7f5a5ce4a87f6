import { z } from 'zod';
import { line, url } from './fields.ts';

/** What a door leads to. The first three have a place of their own on the column's pages. */
export const DOOR_USES = [
  ...(['互动交流', '在线办事', '依申请公开'] as const),
  ...([
    '信用信息',
    '政府采购',
    '公共资源交易',
    '价格信息',
    '投诉举报',
    '手机办事',
    '其他',
  ] as const),
] as const;

/** Those that a column cannot do without: 国办发〔2017〕47号, 六政办秘〔2020〕94号二（三）7. */
export const NEEDED_DOORS = DOOR_USES.slice(0, 3);

/** A platform beside the column, to which it leads: by its address, or by how it is found on a phone. */
export const doorSchema = z.strictObject({
  name: line().meta({ title: '名称', description: '平台自己的名称，如 信用中国' }),
  for: z.enum(DOOR_USES).meta({ title: '用途' }),
  address: url().optional().meta({ title: '网址', description: '核对过的官方网址' }),
  how: line().optional().meta({
    title: '怎样进入',
    description: '没有网址的手机应用、小程序，写在哪里可以找到',
  }),
  phone: z
    .boolean()
    .optional()
    .meta({ title: '手机上用', description: '在手机上用的写 true，网页印出二维码' }),
  source: line().optional().meta({ title: '来源' }),
});

export type Door = z.infer<typeof doorSchema>;

/** The address of the first door for a use, where there is one. */
export function doorFor(
  doors: readonly Door[],
  use: (typeof DOOR_USES)[number],
): string | undefined {
  return doors.find((door) => door.for === use && door.address !== undefined)?.address;
}

/** What is wrong with a list of doors that each field alone does not show: by the index of the door. */
export function doorFaults(doors: readonly Door[]): {
  readonly path: readonly [index: number, field: string];
  readonly message: string;
  readonly expected: string;
}[] {
  const seen = new Map<string, number>();
  return doors.flatMap((door, index) => {
    const { name, address, how, phone } = door;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, index);
    const faults = [];
    if (first !== undefined)
      faults.push({
        ...{ path: [index, 'name'] as const, message: `“${name}”已经是第 ${first + 1} 个入口` },
        expected: '每个平台只列一次',
      });
    if (address === undefined && how === undefined)
      faults.push({
        ...{ path: [index, 'name'] as const, message: `“${name}”没有写网址，也没有写怎样进入` },
        expected: '加上 address（官方网址）；没有网址的手机应用写 how（怎样进入）',
      });
    if (phone === true && address === undefined)
      faults.push({
        ...{ path: [index, 'phone'] as const, message: `“${name}”没有网址，印不出二维码` },
        expected: '写上 address，或者删去 phone',
      });
    return faults;
  });
}
