import type { Moment } from '@columns/content/hours';
import { openNow } from '@columns/content/hours';
import { phoneParts } from '@columns/search/telephone';
import type { Hall, NearCounty } from '../../data/near.ts';
import { element } from '../register/dom.ts';

/** A text with numbers that can be called. */
export function phone(text: string, name = 'nobreak'): (Node | string)[] {
  return phoneParts(text).map((part) =>
    part.call === undefined
      ? part.text
      : element('a', { class: name, href: `tel:${part.call}` }, part.text),
  );
}

/** Whether a hall is open now, or what is written of its hours where that cannot be told. */
function state(
  { hours, open }: Hall,
  calendar: NearCounty['calendar'],
  now: Moment,
): HTMLElement[] {
  if (open) {
    const said = openNow(open, now, calendar);
    return [element('span', { class: `badge ${said.state}` }, said.text)];
  }
  return hours === undefined ? [] : [element('span', {}, hours)];
}

/** In two lines: whether it is open now, and whom to call. */
export function hallLines(
  hall: Hall,
  calendar: NearCounty['calendar'],
  now: Moment,
): HTMLElement[] {
  return [
    element('p', {}, ...state(hall, calendar, now)),
    ...(hall.telephone === undefined ? [] : [element('p', {}, '电话：', ...phone(hall.telephone))]),
  ];
}

/** A hall as one goes there: its name, whether it is open now, its hours, where it is, whom to call. */
export function hallParts(
  hall: Hall,
  calendar: NearCounty['calendar'],
  now: Moment,
): HTMLElement[] {
  const { title, path, where, telephone, hours, open } = hall;
  return [
    element(
      'p',
      { class: 'hall-name' },
      element('a', { href: path }, title),
      ' ',
      ...state(hall, calendar, now),
    ),
    ...(open && hours !== undefined ? [element('p', {}, `时间：${hours}`)] : []),
    ...(where === undefined ? [] : [element('p', {}, `地址：${where}`)]),
    ...(telephone === undefined ? [] : [element('p', {}, '电话：', ...phone(telephone))]),
  ];
}
