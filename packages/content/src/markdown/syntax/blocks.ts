import { blankLine, blockQuote, headingAtx, list, thematicBreak } from 'micromark-core-commonmark';
import { factorySpace } from 'micromark-factory-space';
import type {
  Code,
  Construct,
  Effects,
  Event,
  Extension,
  State,
  Token,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types';

/*
 * Headings, lists, quotations and dividing lines, each begun in one way and no other. What else begins a
 * block in CommonMark, people type for other reasons: `*注`, `+5%`, `2026. 6. 1`, `>60周岁`, `5.` alone, a
 * line of `===`, four spaces before a paragraph, `[注]: …`. All that is text. The constructs are those of
 * CommonMark, behind a look at the line.
 */

/** How far into a line is looked: whatever stands further on cannot change what begins there. */
const LOOK = 120;

/** `1. 文字`; a year (2026. 6. 1) and a number with a nought before it are no number of a list. */
export const NUMBERED = /^(0|[1-9]\d{0,2})\.[ \t]+\S/;
/** `- 文字`; `- 1 -` is a page's number, and `- - -` a line. */
export const BULLET = /^-[ \t]+(?!\d+[ \t]*-[ \t]*$)(?!-?(?:[ \t]*-)+[ \t]*$)\S/;
/** An amount in Chinese figures, or a grade: 五万元, 二十亩, 半年, Ⅲ级, AA级; 三年行动 and 一、 are none. */
const AMOUNT =
  '百分之|半(?:年|个?月|天|日|小时|学期|价|额|数)|[A-DIVXⅠ-Ⅻ]{1,4}[+-]?[级类档]|[零〇一二两三四五六七八九十百千万亿]+(?:周岁|岁|元)|[一二两三四五六七八九]?[十百千万亿][零〇一二两三四五六七八九十百千万亿]*(?:亩|人|户|吨|米|公里|平方米|度|℃)';
/** `> 文字`; before a figure or an amount it is a sign of comparison. */
export const QUOTED = new RegExp(
  `^>[ \\t]+(?!(?:大?约|近)?[（(]?(?:[-+−－＋]?[¥￥$＄]?\\p{Nd}|${AMOUNT}))[^\\s=]`,
  'u',
);
const QUOTED_ON = /^>(?:[ \t]|$)/;
export const HEADED = /^#{1,6}[ \t]+[^\s#]|^#{1,6}[ \t]+#+[^\s#]/;

/** A construct behind a look at the rest of its line. */
function behind(pattern: RegExp, then: Tokenizer): Tokenizer {
  return function (this: TokenizeContext, effects, ok, nok) {
    return effects.check(looking(pattern), then.call(this, effects, ok, nok), nok);
  };
}

function looking(pattern: RegExp): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let line = '';
      return read;
      function read(code: Code): State | undefined {
        if (isLineEnd(code) || line.length === LOOK) {
          if (line !== '') effects.exit('data');
          return (pattern.test(line) ? ok : nok)(code);
        }
        if (line === '') effects.enter('data');
        line += code === null || code < 0 ? ' ' : String.fromCharCode(code);
        effects.consume(code);
        return read;
      }
    },
  };
}

/** Below -2 stand the ends of lines, at -2 and -1 a tab and what it is wide. */
function isLineEnd(code: Code): boolean {
  return code === null || code < -2;
}

function isSpace(code: Code): boolean {
  return code === -2 || code === -1 || code === 32;
}

/** What a list holds in mind of its open item. */
interface ItemState {
  size?: number;
  _closeFlow?: boolean | undefined;
}

const item = (pattern: RegExp): Construct => ({
  name: 'disclosureItem',
  tokenize: behind(pattern, list.tokenize),
});

const itemList = (pattern: RegExp): Construct => ({
  ...item(pattern),
  continuation: {
    tokenize(effects, ok, nok) {
      return continueItem(this, effects, ok, nok, pattern);
    },
  },
  exit: list.exit as NonNullable<Construct['exit']>,
});

/** Whether a line belongs to the open item: it is empty or indented below it; or begins the next one. */
function continueItem(
  context: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
  pattern: RegExp,
): State {
  const state = context.containerState as ItemState;
  const size = state.size ?? 0;
  state._closeFlow = undefined;
  const sibling: State = (code) => {
    state._closeFlow = true;
    context.interrupt = undefined as never;
    return factorySpace(effects, effects.attempt(item(pattern), ok, nok), 'linePrefix')(code);
  };
  const blank: State = (code) => factorySpace(effects, ok, 'listItemIndent', size + 1)(code);
  const below: Construct = {
    partial: true,
    tokenize(inner, fits, fails) {
      const indented: State = (code) => {
        const last = context.events.at(-1);
        const indent =
          last?.[1].type === 'listItemIndent' ? last[2].sliceSerialize(last[1], true) : '';
        return (indent.length === size ? fits : fails)(code);
      };
      return factorySpace(inner, indented, 'listItemIndent', size + 1);
    },
  };
  return effects.check(blankLine, blank, (code) =>
    isSpace(code) ? effects.attempt(below, ok, sibling)(code) : sibling(code),
  );
}

const quotation: Construct = {
  name: 'disclosureQuotation',
  tokenize: behind(QUOTED, blockQuote.tokenize),
  continuation: {
    tokenize(effects, ok, nok) {
      const next: Construct = { tokenize: behind(QUOTED_ON, blockQuote.tokenize) };
      return factorySpace(effects, effects.attempt(next, ok, nok), 'linePrefix');
    },
  },
  exit: blockQuote.exit as NonNullable<Construct['exit']>,
};

const heading: Construct = {
  name: 'disclosureHeading',
  tokenize: behind(HEADED, headingAtx.tokenize),
  resolve: resolveHeading,
};

/** All that stands behind the first signs is the heading's text: a `#` at its end, too. */
function resolveHeading(events: Event[], context: TokenizeContext): Event[] {
  let from = 3;
  if (events[from]?.[1].type === 'whitespace') from += 2;
  let to = events.length - 2;
  if (to > from && events[to]?.[1].type === 'whitespace') to -= 2;
  const [first, last] = [events[from]?.[1], events[to]?.[1]];
  if (!first || !last || to <= from) return events;
  const place = { start: first.start, end: last.end };
  const content = { type: 'atxHeadingText', ...place } as Token;
  const text = { type: 'chunkText', ...place, contentType: 'text' } as Token;
  events.splice(
    from,
    to - from + 1,
    ['enter', content, context],
    ['enter', text, context],
    ['exit', text, context],
    ['exit', content, context],
  );
  return events;
}

const numbered = itemList(NUMBERED);
const dividing: Construct = { ...thematicBreak, name: 'disclosureDividingLine' };

/** The blocks of the dialect in place of CommonMark's. */
export function blocks(): Extension {
  const digits = Object.fromEntries(
    Array.from({ length: 10 }, (_, digit) => [48 + digit, numbered]),
  );
  return {
    document: { ...digits, 45: itemList(BULLET), 62: quotation },
    flow: { 35: heading, 45: dividing },
    disable: {
      null: [
        'blockQuote',
        'codeFenced',
        'codeIndented',
        'codeText',
        'definition',
        'headingAtx',
        'list',
        'setextUnderline',
        'thematicBreak',
      ],
    },
  };
}
