import { z } from 'zod';
import { entryRef, hours, line, telephone, url } from '../fields.ts';
import type { Contradiction } from './kind.ts';
import { defineKind } from './kind.ts';

const step = z.strictObject({
  entry: entryRef().meta({ title: '办事指南', description: '本专栏中办事指南的编号' }),
  when: line()
    .optional()
    .meta({ title: '什么情况下办', description: '如 要领津贴的；都要办的不写' }),
});

/**
 * 一件事: what a person sees as one thing and offices as several: guides in the order in which they are done, with
 * their materials merged (六政办秘〔2020〕94号, 二（四）9; 安岳县2023年方案, 二（三）1).
 */
export const bundle = defineKind({
  id: 'bundle',
  name: '一件事',
  group: 'services',
  hint: '把几个办理事项合成一件事：按先后列出办事指南，材料自动合并',
  csv: false,
  body: 'optional',
  references: ['guides'],
  names: { guides: ['guide'] },
  shape: {
    who: line().meta({ title: '适用对象', description: '什么人、遇到什么事' }),
    guides: z
      .array(step)
      .min(1)
      .meta({ title: '办理事项', description: '按办理先后，每个事项一项' }),
    place: line().meta({ title: '办理地点', description: '如 县政务服务大厅“一件事”窗口' }),
    hours: hours('办理时间'),
    limit: line().meta({ title: '合计时限', description: '从提交到全部办完' }),
    visits: line().optional().meta({ title: '跑动次数', description: '如 至多1次' }),
    telephone: telephone().meta({ title: '咨询电话' }),
    online: url().optional().meta({ title: '网上办理地址' }),
  },
  contradictions: ({ guides }) => twice(guides),
});

type Steps = readonly { readonly entry: string }[];

function twice(guides: Steps): Contradiction[] {
  return guides.flatMap(({ entry }, index) => {
    const first = guides.findIndex((other) => other.entry === entry);
    if (first === index) return [];
    return [
      {
        path: ['guides', index, 'entry'],
        message: `“${entry}”已经是第 ${first + 1} 项`,
        expected: '每个办事指南只列一次',
      },
    ];
  });
}

/** What the merging looks at of a guide. */
interface Asked {
  readonly title: string;
  readonly materials: readonly {
    readonly name: string;
    readonly form?: string | undefined;
    readonly copies: number;
    readonly note?: string | undefined;
  }[];
}

/** One material of several guides. */
export interface MergedMaterial {
  readonly name: string;
  /** Each form once, as the guides write it. */
  readonly forms: readonly string[];
  /** The most that any guide takes in: one set is handed over, and shared. */
  readonly copies: number;
  readonly notes: readonly string[];
  /** The titles of the guides that ask for it. */
  readonly guides: readonly string[];
}

/**
 * The materials of several guides without doubles, in the order in which they are first asked for. Two are one
 * when their names differ in nothing but blanks and brackets; a guide that says nothing is needed adds nothing.
 */
export function mergedMaterials(guides: readonly Asked[]): MergedMaterial[] {
  type Mutable = {
    name: string;
    forms: Set<string>;
    copies: number;
    notes: Set<string>;
    guides: Set<string>;
  };
  const merged = new Map<string, Mutable>();
  for (const { title, materials } of guides) {
    for (const { name, form, copies, note } of materials) {
      if (NOTHING.test(name)) continue;
      const key = name.normalize('NFKC').replaceAll(/[\s“”"《》〈〉]/g, '');
      const known = merged.get(key);
      const one: Mutable = known ?? {
        ...{ name, copies: 0, forms: new Set(), notes: new Set(), guides: new Set() },
      };
      if (!known) merged.set(key, one);
      one.copies = Math.max(one.copies, copies);
      one.guides.add(title);
      if (form !== undefined) one.forms.add(form);
      if (note !== undefined) one.notes.add(note);
    }
  }
  return [...merged.values()].map(({ name, copies, forms, notes, guides: by }) => ({
    ...{ name, copies, forms: [...forms], notes: [...notes], guides: [...by] },
  }));
}

const NOTHING = /^(?:不需要提交材料|不需要材料|无需材料|无)$/;
