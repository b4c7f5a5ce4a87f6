import type { EntryOf } from '@columns/content';
import { chineseDate } from '@columns/content';

/** 暴雨橙色预警, 重大突发事件：道路塌方. */
export function alertLevel({ form, what, colour, grade }: EntryOf<'alert'>['data']): string {
  return form === '预警' ? `${what}${colour ?? ''}预警` : `${grade ?? ''}突发事件：${what}`;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/;

/** `2026-06-12 08:30` as sentences have it; in the preview of a half-filled form, what stands there. */
export function momentText(moment: string): string {
  const [, day, time] = MOMENT.exec(moment) ?? [];
  return day === undefined ? moment : `${chineseDate(day)}${time}`;
}

/** How long after an event something was told: 发生后3小时20分. */
export function afterText(from: string, at: string): string {
  if (!MOMENT.test(from) || !MOMENT.test(at)) return '';
  const minutes = Math.round((millisecondsOf(at) - millisecondsOf(from)) / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `发生后${hours > 0 ? `${hours}小时` : ''}${rest > 0 || hours === 0 ? `${rest}分` : ''}`;
}

const millisecondsOf = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}Z`);
