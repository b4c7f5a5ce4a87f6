/**
 * What changes how other text looks, or cannot be seen: control characters (ANSI colours, new lines),
 * bidirectional controls, zero-width and tag characters, lone surrogates, private use.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** Longest text that a report quotes, in characters: a line of a megabyte helps nobody. */
const LONGEST = 400;

/**
 * Untrusted text on one line, with everything hidden in it made visible as `⟦U+202E⟧`, and cut where it
 * is too long. Not yet fit for Markdown or for workflow commands.
 */
export function visible(text: string): string {
  const shown = unhidden(text.slice(0, LONGEST * 2));
  const characters = [...shown];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}……` : shown;
}

/** The same at full length. */
export function unhidden(text: string): string {
  return text.replaceAll(UNSEEN, nameOf);
}

/** Findings, reports … with every text in them made visible: what a report quotes rewrites no report. */
export function shown<T>(value: T, by: (text: string) => string = unhidden): T {
  if (typeof value === 'string') return by(value) as T;
  if (Array.isArray(value)) return value.map((one) => shown(one, by)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([key, one]) => [by(key), shown(one, by)]);
  return Object.fromEntries(parts) as T;
}

/** Line ends, a mark that only says UTF-8, and the colours that our own reports use. */
const PLAIN = /\r?\n|^\ufeff/g;
const ESCAPE = '\u001b';
const PLAIN_OR_PAINT = new RegExp(`${PLAIN.source}|${ESCAPE}\\[(?:0|1|2|31|33)m`, 'g');

/**
 * All that a command prints, on its way to a screen or a log: its own lines stay, nothing else in it moves
 * the cursor, hides or turns text. The last net; whoever quotes a value makes it visible there and then,
 * for only there is a line break in it known for what it is.
 */
export function screenText(text: string, colour = false): string {
  let out = '';
  let at = 0;
  for (const ours of text.matchAll(colour ? PLAIN_OR_PAINT : PLAIN)) {
    out += unhidden(text.slice(at, ours.index)) + ours[0];
    at = ours.index + ours[0].length;
  }
  return out + unhidden(text.slice(at));
}

/** JSON on a screen: what is hidden is written as JSON's own escapes, so that programs read the same. */
export function visibleJson(json: string): string {
  return json.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, (sign) =>
    sign === '\n'
      ? sign
      : Array.from({ length: sign.length }, (_, index) => escapeOf(sign.charCodeAt(index))).join(
          '',
        ),
  );
}

function escapeOf(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `⟦U+${code.padStart(4, '0')}⟧`;
}
