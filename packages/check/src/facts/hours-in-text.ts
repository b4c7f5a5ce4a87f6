import type { Hours } from '@columns/content';
import { readHours } from '@columns/content';

/** Hours that a text tells. */
export interface HoursInText {
  readonly text: string;
  readonly hours: Hours;
  /** The words before them, the title first: they name the place. */
  readonly about: string;
  /** Of the file. */
  readonly line: number;
}

const LABELLED =
  /(?:受理|办理|开放|服务|办公|接待|办事|工作|查阅|营业)时间(?:\*\*)?(?:调整为|改为|为|是)?\s*[：:]?(?:\*\*)?\s*([^。；;\n|]{4,80})/gu;
/** So many characters before the hours may name the place. */
const BEFORE = 120;

/** The hours in a body, as far as they can be read. Most bodies have none: one search for a word tells. */
export function hoursInText(title: string, body: string, bodyLine: number): HoursInText[] {
  if (!body.includes('时间')) return [];
  return [...body.matchAll(LABELLED)].flatMap((match) => {
    const text = (match[1] ?? '').trim();
    const hours = readHours(text);
    if (hours === undefined) return [];
    const before = body.slice(Math.max(0, match.index - BEFORE), match.index);
    const line = bodyLine + body.slice(0, match.index).split('\n').length - 1;
    return [{ text, hours, about: `${title}\n${before}`.replaceAll(/[*\s]/g, ''), line }];
  });
}
