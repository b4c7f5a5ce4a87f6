import type { Story } from './story.ts';

const FORMS = ['原件和复印件', '原件', '复印件', '电子材料'] as const;

/**
 * A guide's fields from its shorthand: conditions and bases parted by `；`, materials as `名称（原件1，说明）`, steps as
 * `申请：怎样办>受理`, time limits as `承诺/法定`.
 */
export function guideFields(story: Story): Record<string, unknown> {
  const { need, steps, days, if: conditions } = story;
  const [promised = '', legal] = (days ?? '').split('/');
  const basis = story['basis'];
  return {
    ...(typeof basis === 'string' ? { basis: basis.split('；') } : {}),
    ...(conditions === undefined ? {} : { conditions: conditions.split('；') }),
    ...(need === undefined ? {} : { materials: need.split('；').map(material) }),
    ...(steps === undefined ? {} : { flow: steps.split('>').map(step) }),
    ...(days === undefined
      ? {}
      : { limit: { promised, ...(legal === undefined ? {} : { legal }) } }),
  };
}

function material(text: string): Record<string, unknown> {
  const [, name = text, inside = ''] = /^(.*?)（([^（）]*)）$/.exec(text) ?? [];
  const [first = '', ...notes] = inside.split('，');
  const form = FORMS.find((one) => first.startsWith(one));
  const copies = first.slice(form?.length ?? 0);
  if (!/^\d+$/.test(copies)) return { name: text, copies: 1 };
  const note = notes.join('，');
  return {
    name,
    ...(form === undefined ? {} : { form }),
    copies: Number(copies),
    ...(note === '' ? {} : { note }),
  };
}

function step(text: string): Record<string, unknown> {
  const [name = '', ...said] = text.split('：');
  const told = said.join('：');
  return { name, ...(told === '' ? {} : { text: told }) };
}
