import type { PairHalfFound, PairOutcome, PairState, RegisterTable } from '@columns/content';
import { isKind, judgePairs } from '@columns/content';
import type { Pair } from '@columns/standard';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';
import type { RuleId } from '../index.ts';
import { atCell } from './registers.ts';

/** What became of a pair, for the rule that tells of it. */
export interface PairFound {
  readonly rule: RuleId;
  readonly found: Found;
}

type Told = (outcome: PairOutcome, context: RuleContext) => Found | undefined;

/** The rules of single pairs that were there before there were pairs, in their own words. */
const OWN: Readonly<Record<string, Told>> = {
  'timing/interpretation': (outcome, context) => ({
    ...place(outcome.first, context),
    ...(outcome.next?.day === undefined ? {} : { value: outcome.next.day }),
    other: `${outcome.due}（${countedFrom(outcome)}）`,
  }),
  'timing/answer': lateNext,
  'timing/service-change': lateNext,
  'timing/decision-shown': lateNext,
  'timing/approved-accounts': lateNext,
  'timing/emergency': (outcome, context) => ({
    ...lateNext(outcome, context),
    ...other(outcome.first?.day),
  }),
  'timing/consultation-result': missingSince,
  'timing/hearing-result': missingSince,
  'timing/survey-result': missingSince,
  'completeness/approved-date': ({ first }, { column }) => {
    const form = column.forms.find(({ id }) => id === first?.entry.table?.form);
    return first && form ? { ...atField(first.entry, 'form'), value: form.name } : undefined;
  },
};

const GENERAL = {
  late: 'timing/pair-late',
  missing: 'timing/pair-missing',
} as const satisfies Partial<Record<PairState, RuleId>>;

/** What is late, missing, in the wrong order or withdrawn among the pairs of a column. */
export function pairFindings(context: RuleContext): PairFound[] {
  const { column, tables, asOf } = context;
  const outcomes = judgePairs(column, ({ id }) => tables.get(id), asOf);
  const seen = new Set<string>();
  return outcomes.flatMap((outcome): PairFound[] => {
    if (outcome.state === 'uncounted' && isAgain(outcome, seen)) return [];
    const told = toldOf(outcome, context);
    const order = outcome.early ? orderOf(outcome, context) : undefined;
    return [...(told ? [told] : []), ...(order ? [order] : [])];
  });
}

function toldOf(outcome: PairOutcome, context: RuleContext): PairFound | undefined {
  const { pair, state, first, withdrawn } = outcome;
  if (state === 'uncounted') {
    const found = { ...place(first, context), ...value(first?.day) };
    return { rule: 'timing/no-calendar', found };
  }
  if (state === 'undated') return own(pair.rules.undated, outcome, context);
  if (state === 'missing' && withdrawn !== undefined) {
    const other = `${withdrawn.data.withdrawn?.date}`;
    const found = { ...place(first ?? outcome.next, context), value: withdrawn.data.title, other };
    return { rule: 'timing/pair-withdrawn', found: { ...found, ...mendOf(pair) } };
  }
  if (state === 'missing')
    return own(pair.rules.missing, outcome, context) ?? missing(outcome, context);
  if (state === 'late') return own(pair.rules.late, outcome, context) ?? late(outcome, context);
  return undefined;
}

/** Of a register whose years have no calendar, one row is told. */
function isAgain({ first, pair }: PairOutcome, seen: Set<string>): boolean {
  if (first?.row === undefined) return false;
  const key = `${pair.id} ${first.entry.id}`;
  const again = seen.has(key);
  seen.add(key);
  return again;
}

function own(
  rule: string | undefined,
  outcome: PairOutcome,
  context: RuleContext,
): PairFound | undefined {
  const told = rule === undefined ? undefined : OWN[rule]?.(outcome, context);
  return told && { rule: rule as RuleId, found: told };
}

/** Of what has a time limit; what has none is only counted, but for what should have gone before. */
function missing(outcome: PairOutcome, context: RuleContext): PairFound | undefined {
  const { pair, first, next, due } = outcome;
  const names = { value: pair.next.name, ...mendOf(pair) };
  if (!first) {
    const found = { ...place(next, context), value: pair.first.name, other: pair.next.name };
    return { rule: 'completeness/pair-before', found: { ...found, ...mendOf(pair) } };
  }
  if (due === undefined) return undefined;
  const from = `${due}（自${pair.first.name}的 ${first.day} 起算）`;
  return { rule: GENERAL.missing, found: { ...place(first, context), ...names, other: from } };
}

function late(outcome: PairOutcome, context: RuleContext): PairFound {
  const { pair, first, next, due } = outcome;
  const found = {
    ...place(next, context),
    value: `${pair.next.name}的日期是 ${next?.day}`,
    other: `${due}（自${pair.first.name}的 ${first?.day} 起算）`,
  };
  return { rule: GENERAL.late, found };
}

function orderOf({ pair, first, next }: PairOutcome, context: RuleContext): PairFound {
  const found = {
    ...place(next, context),
    value: `${pair.next.name}的日期 ${next?.day}`,
    other: `${pair.first.name}的日期 ${first?.day}`,
  };
  return { rule: 'timing/pair-order', found };
}

function mendOf({ mend }: Pair): Pick<Found, 'mend'> {
  return mend === undefined ? {} : { mend };
}

function lateNext({ next, due }: PairOutcome, context: RuleContext): Found {
  return { ...place(next, context), ...value(next?.day), ...other(due) };
}

function missingSince({ first }: PairOutcome, context: RuleContext): Found {
  return { ...place(first, context), ...value(first?.day), ...other(context.asOf) };
}

function value(text: string | undefined): Pick<Found, 'value'> {
  return text === undefined ? {} : { value: text };
}

function other(text: string | undefined): Pick<Found, 'other'> {
  return text === undefined ? {} : { other: text };
}

/** Where a half stands: its field's line, or its cell. */
function place(half: PairHalfFound | undefined, { tables }: RuleContext): Omit<Found, 'value'> {
  if (!half) throw new Error('A pair is told of without either half.');
  const { entry, field, row } = half;
  const table: RegisterTable | undefined = row === undefined ? undefined : tables.get(entry.id);
  const column = table?.columns.indexOf(field) ?? -1;
  if (table && row !== undefined) return atCell(table, row, Math.max(column, 0));
  const [top = field] = field.split('.');
  return { ...atField(entry, entry.lines[field] === undefined ? top : field), field };
}

/** From which day an interpretation is counted; the other day too, where the county could have meant that one. */
function countedFrom({ first }: PairOutcome): string {
  if (!first || !isKind(first.entry, 'policy')) return '';
  const { formed } = first.entry.data;
  const day = first.day ?? '';
  if (first.field === 'formed') return `自成文日期 ${day} 起算`;
  const earlier = formed !== undefined && formed < day ? `，成文日期是 ${formed}` : '';
  return `自发布日期 ${day} 起算${earlier}`;
}
