import { type SheetSize, sheetSize, sizeOfSheet } from '@columns/content';
import { type Bundle, bundleMaterials, bundleSteps, materialText } from './bundles.ts';
import { getColumn } from './column.ts';
import {
  copiesText,
  feeText,
  type Guide,
  guideUnit,
  limitText,
  placesOf,
  updatedOn,
} from './guides.ts';

/** What stands on a 一次告知单, whether of one guide or of several that are one thing. */
export interface Sheet {
  readonly title: string;
  readonly example: boolean;
  readonly size: SheetSize;
  readonly parts: readonly {
    readonly id: 'conditions' | 'steps' | 'materials' | 'flow';
    readonly title: string;
    readonly lines: readonly { readonly name?: string; readonly text?: string | undefined }[];
  }[];
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly unit: string;
  readonly updated: string;
}

export function guideSheet(guide: Guide): Sheet {
  const { data } = guide;
  const places = placesOf(guide).map(({ link, place }) =>
    [link.title, place?.data.address, place?.data.telephone].filter(Boolean).join('，'),
  );
  const where = [...(data.place === undefined ? [] : [data.place]), ...places];
  return {
    ...head(guide),
    size: sheetSize(guide),
    parts: [
      {
        ...{ id: 'conditions', title: '一、符合这些条件' },
        lines: data.conditions.map((text) => ({ text })),
      },
      {
        ...{ id: 'materials', title: '二、带齐这些材料' },
        lines: data.materials.map((material) => ({
          name: material.name,
          text: `（${copiesText(material)}）${material.note ? `：${material.note}` : ''}`,
        })),
      },
      {
        ...{ id: 'flow', title: '三、这样办理' },
        lines: data.flow.map(({ name, text, time }) => ({
          ...{ name, text: `${time ? `（${time}）` : ''}${text ? `：${text}` : ''}` },
        })),
      },
    ],
    facts: told([
      ['能领多少', data.amount?.join('；')],
      ['服务对象', data.who],
      ['办理时限', limitText(data)],
      ['收费', feeText(data)],
      ['办理地点', where.join('；')],
      ['办理时间', data.hours],
      ['咨询电话', data.telephone],
      ['监督投诉', data.complaints],
      ['网上办理', data.online],
      ['办理结果', [data.result, data.delivery].filter(Boolean).join('，')],
      ['办理依据', data.basis.join('；')],
    ]),
    updated: updatedOn(guide),
  };
}

export function bundleSheet(bundle: Bundle): Sheet {
  const { data } = bundle;
  const steps = bundleSteps(bundle);
  const { materials } = bundleMaterials(bundle);
  const lines = {
    steps: steps.map(({ guide, when }) => ({
      ...{
        name: guide.data.title,
        text: `（${[when, limitText(guide.data)].filter(Boolean).join('，')}）`,
      },
    })),
    materials: materials.map((one) => ({
      ...{
        name: one.name,
        text: `（${materialText(one)}）${one.notes.length > 0 ? `：${one.notes.join('；')}` : ''}`,
      },
    })),
    conditions: steps.map(({ guide }) => ({
      ...{ name: guide.data.title, text: `：${guide.data.conditions.join('；')}` },
    })),
  };
  const facts = told([
    ['适用对象', data.who],
    ['合计时限', data.limit],
    ['跑动次数', data.visits],
    ['办理地点', data.place],
    ['办理时间', data.hours],
    ['咨询电话', data.telephone],
    ['网上办理', data.online],
    ['办理结果', steps.map(({ guide }) => guide.data.result).join('；')],
  ]);
  const texts = [...lines.steps, ...lines.materials, ...lines.conditions, ...facts];
  return {
    ...head(bundle),
    size: sizeOfSheet(texts.map((each) => Object.values(each).join(''))),
    parts: [
      { id: 'steps', title: '一、一起办这些事', lines: lines.steps },
      { id: 'materials', title: '二、带齐这一套材料', lines: lines.materials },
      { id: 'conditions', title: '三、各事项的条件', lines: lines.conditions },
    ],
    facts,
    updated: [data.published, ...steps.map(({ guide }) => updatedOn(guide))]
      .sort()
      .at(-1) as string,
  };
}

function head(entry: Guide | Bundle): Pick<Sheet, 'title' | 'example' | 'unit'> {
  const { title, example = false } = entry.data;
  return { title, example, unit: guideUnit(entry) ?? getColumn().county.name };
}

/** What is not known is left out. */
function told(
  rows: readonly (readonly [label: string, text: string | undefined])[],
): Sheet['facts'] {
  return rows.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
