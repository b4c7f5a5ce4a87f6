import { z } from 'zod';
import { form, hours, line, post, telephone } from './fields.ts';

/**
 * 政府信息公开工作机构 of one organ: who receives applications there and answers questions about them
 * (《政府信息公开条例》第四条、第十二条: name, address, office hours, telephone, fax, internet contact).
 */
export const receptionSchema = z.strictObject({
  name: line().meta({ title: '机构名称', description: '如 县教育局办公室' }),
  address: line().optional().meta({ title: '通信地址', description: '当面提交和邮寄的地址' }),
  hours: hours('办公时间'),
  telephone: telephone().optional().meta({ title: '联系电话' }),
  fax: telephone().optional().meta({ title: '传真' }),
  mail: form(/^[^\s@]+@[^\s@]+\.[^\s@.]+$/, '电子邮箱，如 name@example.com')
    .optional()
    .meta({ title: '电子邮箱' }),
  post: post().optional().meta({ title: '负责岗位', description: '写岗位，不写个人姓名' }),
  example: z.boolean().optional().meta({ title: '示例' }),
  source: line().optional().meta({ title: '来源' }),
});

/** Who receives applications at an organ. */
export type Reception = z.infer<typeof receptionSchema>;

/** What must be told of it, in the order and the words of the law; `post` is our own. */
export const RECEPTION_FACTS = [
  ['address', '通信地址'],
  ['hours', '办公时间'],
  ['telephone', '联系电话'],
  ['fax', '传真'],
  ['mail', '电子邮箱'],
] as const satisfies readonly (readonly [keyof Reception, string])[];

/** An organ that receives applications. */
export interface Receiver {
  readonly id: string;
  /** Of the organ. */
  readonly name: string;
  /** Folder of its page. */
  readonly folder: 'units' | 'towns';
  readonly openness: Reception;
}

interface Organs {
  readonly departments: readonly Organ[];
  readonly towns: readonly Organ[];
}

interface Organ {
  readonly id: string;
  readonly name: string;
  readonly openness?: Reception | undefined;
}

/** Who receives applications in a county, in the order of its lists. */
export function receiversOf({ departments, towns }: Organs): Receiver[] {
  const of = (organs: readonly Organ[], folder: Receiver['folder']): Receiver[] =>
    organs.flatMap(({ id, name, openness }) =>
      openness === undefined ? [] : [{ id, name, folder, openness }],
    );
  return [...of(departments, 'units'), ...of(towns, 'towns')];
}
