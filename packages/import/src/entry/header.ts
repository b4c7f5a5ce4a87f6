import type { KindId } from '@columns/content';
import { VALIDITY_STATES } from '@columns/content';
import type { Facts } from '../facts/facts.ts';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
import type { Fields } from '../write/front-matter.ts';
import type { Dates } from './dates.ts';
import { noticeForm } from './kind.ts';
import type { EntryPlace } from './place.ts';
import type { Setting, Source } from './setting.ts';
import { findUnit } from './unit.ts';

/** Front matter from what was found; what the officer set goes first. */
export function headerFor(
  {
    facts,
    dates,
    kind,
    place,
    source,
  }: {
    facts: Facts;
    dates: Dates;
    kind: KindId;
    place: EntryPlace;
    source: Source;
  },
  setting: Setting,
  remarks: Remark[],
): Fields {
  const { county } = setting;
  const state = VALIDITY_STATES.find((each) => facts.validity?.startsWith(each));
  const found: Record<string, unknown> = {
    title: facts.title,
    kind,
    'index-number': facts.indexNumber,
    topic: facts.topic,
    unit: unitFor(facts, setting, remarks),
    'doc-number': facts.docNumber,
    ...dates,
    ...(state === undefined ? {} : { validity: { state } }),
    keywords: facts.keywords,
    attribute: {
      type: attributeFor(facts, place, setting, remarks),
      ...(facts.mark === undefined ? {} : { mark: facts.mark }),
    },
    level: county.level,
    source: originOf(facts, source, county.demo),
    ...(kind === 'policy' ? { issuer: facts.issuer } : {}),
    ...(kind === 'notice' ? { form: noticeForm(facts.title ?? '') } : {}),
  };
  for (const [key, value] of Object.entries(found))
    if (key !== 'title' && isWords(value) && key in setting.set && value !== setting.set[key])
      remarks.push(
        remark('note', `文件中的 ${key} 是“${value}”，已按 --set 改写`, { words: [value] }),
      );
  return { ...found, ...setting.set };
}

const isWords = (value: unknown): value is string => typeof value === 'string';

function unitFor(facts: Facts, { units, set }: Setting, remarks: Remark[]): string | undefined {
  if (set['unit'] !== undefined) return undefined;
  const names = [facts.publisher, ...(facts.issuer?.split('、') ?? [])].filter(
    (name) => name !== undefined,
  );
  for (const name of names) {
    const unit = findUnit(name, units);
    if (unit !== undefined) return unit;
  }
  const first = names[0];
  remarks.push(
    first === undefined
      ? remark('missing', '文中没有发布机构，没有写 unit')
      : remark(
          'missing',
          `发布机构“${first}”不在 departments.yaml 和 towns.yaml 中，没有写 unit；请补登记该单位或用 --set unit=编号`,
        ),
  );
  return undefined;
}

function attributeFor(
  facts: Facts,
  { item }: EntryPlace,
  { set }: Setting,
  remarks: Remark[],
): string {
  if (facts.attribute !== undefined) return facts.attribute;
  if (set['attribute'] === undefined) {
    const from =
      item?.method?.kind === 'proactive' ? '按事项的公开方式' : '按导入公开专栏的通常情形';
    remarks.push(remark('guessed', `文中没有公开属性，${from}写作“主动”，请核对`));
  }
  return '主动';
}

/** In a demonstration every entry says where it comes from (contract 5), as its document is called. */
function originOf(facts: Facts, source: Source, demo: boolean): string | undefined {
  if (facts.source !== undefined) return facts.source;
  if (!demo) return undefined;
  const name = facts.title ?? source.base.replace(/\.[^.]+$/, '');
  return `《${name.replace(/^《(.+)》$/, '$1')}》原件`;
}
