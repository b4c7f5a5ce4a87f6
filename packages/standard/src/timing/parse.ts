import type { ChannelId } from '../schema/channel.ts';
import type { Deadline, DeadlineEvent } from '../schema/deadline.ts';
import { channelFromName } from './channels.ts';

/** What a cell 公开时限 means. */
export type ParsedTiming = {
  deadlines: Deadline[];
  /** Parts that were not understood, as printed. Empty when all of the text is data now. */
  unread: string[];
};

/** What the words before the number count from. The first that matches wins. */
const events: readonly (readonly [RegExp, DeadlineEvent])[] = [
  [/人民代表大会.*批准/, 'congress-approved'],
  [/财政部门批复/, 'finance-replied'],
  [/征地批准文件/, 'land-approval-received'],
  [/现状调查结束/, 'land-survey-ended'],
  [/拟定《征地补偿安置方案》/, 'compensation-plan-drafted'],
  [/分配结果确定/, 'allocation-decided'],
  [/收到申请|接到申请/, 'application-received'],
  [/决定(形成|作出|做出)|作出行政决定|重大决策作出/, 'decision-made'],
  [/形成|产生/, 'formed-or-changed'],
  [/制定|制作|获取/, 'made-or-obtained'],
  [/批准|批复/, 'approved'],
  [/听证/, 'hearing-held'],
  [/会议|邀请/, 'meeting-held'],
];

/** How a text says that a deadline holds only for a part of the item. */
const scopes: readonly RegExp[] = [
  /^其中(.+?)应?自/,
  /^([^：]+)：/,
  /^(《[^》]+》)在/,
  /^(.+?信息)在/,
  /^(其他相关信息)/,
  /^(行政许可和行政处罚决定|行政处罚决定)(?:形成|作出)/,
  /^(批前公示)/,
];

/** Sentences about the method or about exceptions, which are no deadlines themselves. */
const silent = /依申请公开$|^公示结束后$|^从其规定$|时应当予以说明$/;

const count = /(\d+)个?(工作日|日|天)/;

/**
 * Reads 公开时限 as deadlines: several in one cell, each with its channels and its part.
 * Pure text work, for importing tables; the rows in `data/` hold the result already.
 */
export function parseTiming(text: string): ParsedTiming {
  const deadlines: Deadline[] = [];
  const unread: string[] = [];
  for (const segment of segments(text)) {
    const last = deadlines.at(-1);
    if (last && amend(last, segment)) continue;
    if (silent.test(segment)) continue;
    const deadline = readSegment(segment);
    if (deadline) deadlines.push(deadline);
    else unread.push(segment);
  }
  return { deadlines, unread };
}

function segments(text: string): string[] {
  return text
    .replace(/\s+/g, '')
    .split(/[；。，;]/)
    .map((part) => part.replace(/^\d+[.．、]/, ''))
    .filter((part) => part !== '');
}

/** A segment that only adds to the deadline before it: its channels, or an exception. */
function amend(deadline: Deadline, segment: string): boolean {
  if (/另有规定/.test(segment)) {
    deadline['subject-to-law'] = true;
    return true;
  }
  if (/缩短期限/.test(segment) && deadline.kind === 'at-least') {
    deadline['shorter-with-reason'] = true;
    return true;
  }
  const place = /^在(.+)公开$/.exec(segment)?.[1];
  const channels = place === undefined ? undefined : knownChannels(place);
  if (channels) deadline.channels = channels;
  return channels !== undefined;
}

function knownChannels(names: string): ChannelId[] | undefined {
  const found = names.split('、').map((name) => channelFromName(name).channel);
  return found.includes('other') ? undefined : found;
}

function readSegment(segment: string): Deadline | undefined {
  const deadline = readCounted(segment) ?? readUncounted(segment);
  const scope = scopes.map((pattern) => pattern.exec(segment)?.[1]).find((found) => found);
  if (deadline && scope) deadline.scope = scope;
  return deadline;
}

function readCounted(segment: string): Deadline | undefined {
  if (/^提前一周/.test(segment)) {
    return { kind: 'before', event: eventOf(segment), amount: 7, unit: 'calendar-day' };
  }
  const found = count.exec(segment);
  if (!found) return undefined;
  const amount = Number(found[1]);
  const unit = found[2] === '工作日' ? 'working-day' : 'calendar-day';
  const head = segment.slice(0, found.index);
  const tail = segment.slice(found.index + found[0].length);
  if (/^每$/.test(head)) return { kind: 'every', amount, unit };
  if (/(不少于|不得少于|公示)$/.test(head)) {
    const purpose = /征求意见/.test(head) ? 'consultation' : 'display';
    return { kind: 'at-least', purpose, amount, unit };
  }
  if (/^前/.test(tail) || /提前$/.test(head)) {
    return { kind: 'before', event: eventOf(segment), amount, unit };
  }
  return /^(内|$)/.test(tail) ? { kind: 'after', event: eventOf(head), amount, unit } : undefined;
}

function readUncounted(segment: string): Deadline | undefined {
  if (/实时/.test(segment)) return { kind: 'real-time' };
  if (/长期/.test(segment)) return { kind: 'lasting' };
  if (/及时(公开|回应)?$/.test(segment)) {
    const event = eventOf(segment);
    return event === 'unstated' ? { kind: 'promptly' } : { kind: 'promptly', event };
  }
  const what = /^随(.+)公开$/.exec(segment)?.[1] ?? /^在(.+)时$/.exec(segment)?.[1];
  return what === undefined ? undefined : { kind: 'with', what };
}

function eventOf(words: string): DeadlineEvent {
  return events.find(([pattern]) => pattern.test(words))?.[1] ?? 'unstated';
}
