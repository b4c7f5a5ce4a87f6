import { resolveAll } from 'micromark-util-resolve-all';
import type {
  Code,
  Construct,
  Event,
  Extension,
  State,
  Token,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types';
import { pairRuns, type Run } from './mark-pairs.ts';

/*
 * `**` and `~~` for micromark, in place of CommonMark's and GFM's own. A run of exactly two signs may
 * be a mark (`mark-pairs.ts` decides); one sign, or three and more, are text.
 */

const WAITING = 'disclosureMarkRun';

/** What a run is followed by, kept until the whole line is known. */
interface RunToken extends Token {
  _run?: Run;
}

const ASTERISK = 42;
const TILDE = 126;

const NAMES = {
  [ASTERISK]: { group: 'strong', sequence: 'strongSequence', text: 'strongText' },
  [TILDE]: {
    group: 'strikethrough',
    sequence: 'strikethroughSequence',
    text: 'strikethroughText',
  },
} as const;

const construct: Construct = { name: 'disclosureMarks', tokenize, resolveAll: resolveMarks };

/** Reads `**` as bold and `~~` as struck where they can only be meant so. */
export function marks(): Extension {
  return {
    text: { [ASTERISK]: construct, [TILDE]: construct },
    insideSpan: { null: [construct] },
    disable: { null: ['attention'] },
  };
}

function tokenize(this: TokenizeContext, effects: Parameters<Tokenizer>[0], ok: State): State {
  const { previous } = this;
  let sign: Code = null;
  let length = 0;
  return (code) => {
    sign = code;
    effects.enter(WAITING as Token['type']);
    return more(code);
  };

  function more(code: Code): State | undefined {
    if (code !== null && code === sign) {
      effects.consume(code);
      length += 1;
      return more;
    }
    const token: RunToken = effects.exit(WAITING as Token['type']);
    if (length === 2) {
      token._run = {
        sign: sign === TILDE ? '~' : '*',
        before: character(previous),
        after: character(code),
      };
    } else token.type = 'data';
    return ok(code);
  }
}

/** Negative codes are line ends (below -2) and tabs. */
function character(code: Code): string {
  if (code === null || code < -2) return '';
  return code < 0 ? ' ' : String.fromCharCode(code);
}

/** Pairs the runs of each line and wraps what stands between; the others become text. */
function resolveMarks(events: Event[], context: TokenizeContext): Event[] {
  const runs: { token: RunToken; run: Run; enter: number }[] = [];
  for (const [index, [kind, token]] of events.entries()) {
    const { _run: run } = token as RunToken;
    if (kind === 'enter' && run && (token.type as string) === WAITING) {
      runs.push({ token, run, enter: index });
    }
  }
  if (runs.length === 0) return events;
  const starts = new Map<number, number>();
  const ends = new Set<number>();
  for (const line of byLine(runs)) {
    const { marks: pairs } = pairRuns(
      line.map(({ run }) => run),
      (open, close) =>
        context.sliceSerialize({
          start: (line[open] as (typeof line)[number]).token.end,
          end: (line[close] as (typeof line)[number]).token.start,
        }),
    );
    for (const [open, close] of pairs) {
      const [from, to] = [line[open]?.enter as number, line[close]?.enter as number];
      starts.set(from, to);
      ends.add(to);
    }
  }
  // Before anything is wrapped: what is inside a pair is resolved once more, and must find none waiting.
  for (const { token, enter } of runs) {
    if (!starts.has(enter) && !ends.has(enter)) token.type = 'data';
  }
  // In place: micromark holds on to this very list.
  const wrapped = wrap(events, 0, events.length, starts, context);
  events.length = 0;
  for (const event of wrapped) events.push(event);
  return events;
}

function byLine<T extends { readonly token: Token }>(runs: readonly T[]): T[][] {
  const lines = new Map<number, T[]>();
  for (const run of runs) {
    const { line } = run.token.start;
    const own = lines.get(line);
    if (own) own.push(run);
    else lines.set(line, [run]);
  }
  return [...lines.values()];
}

/** The events from `from` to `to`, each pair and what it holds made one group. */
function wrap(
  events: readonly Event[],
  from: number,
  to: number,
  starts: ReadonlyMap<number, number>,
  context: TokenizeContext,
): Event[] {
  const result: Event[] = [];
  for (let index = from; index < to; index++) {
    const close = starts.get(index);
    if (close === undefined || close >= to) {
      result.push(events[index] as Event);
      continue;
    }
    const [opening, closing] = [events[index]?.[1] as RunToken, events[close]?.[1] as RunToken];
    const names = NAMES[opening._run?.sign === '~' ? TILDE : ASTERISK];
    opening.type = names.sequence as Token['type'];
    closing.type = names.sequence as Token['type'];
    const group = span(names.group, opening.start, closing.end);
    const text = span(names.text, opening.end, closing.start);
    const inside = wrap(events, index + 2, close, starts, context);
    result.push(
      ['enter', group, context],
      ['enter', opening, context],
      ['exit', opening, context],
      ['enter', text, context],
      ...resolveAll(
        (context.parser.constructs.insideSpan.null ?? []) as Construct[],
        inside,
        context,
      ),
      ['exit', text, context],
      ['enter', closing, context],
      ['exit', closing, context],
      ['exit', group, context],
    );
    index = close + 1;
  }
  return result;
}

function span(type: string, start: Token['start'], end: Token['end']): Token {
  return { type: type as Token['type'], start: { ...start }, end: { ...end } };
}
