/** A piece of a text about telephones, and the digits to call where it is a number. */
export interface PhonePart {
  readonly text: string;
  /** For `tel:`; an extension follows a comma, at which telephones wait. */
  readonly call?: string;
}

/** What stands before, then area and number, with an extension; 400 numbers; mobile ones; short ones of three, five and six digits. */
const NUMBER =
  /(^|\D)(?:[（(]?(0\d{2,3})[)）]?[-—－ ]?(\d{7,8})(?:(?:-|转|分机)(\d{1,6}))?|([48]00-?\d{3}-?\d{4}|1[3-9]\d{9}|[2-9]\d{6,7}|1[02]\d{3}|9[56]\d{3,4}|1[12]\d))(?!\d)/gu;
/** Area codes that nobody has: numbers of examples, which nobody may call. */
const MADE_UP = /^0{3,4}$/;

/** A text cut at its numbers: `0564-7356001、12345` is two that can be called. */
export function phoneParts(text: string): PhonePart[] {
  const parts: PhonePart[] = [];
  let from = 0;
  for (const match of text.matchAll(NUMBER)) {
    const [all, before = '', area, number = '', extension, other = ''] = match;
    if (area !== undefined && MADE_UP.test(area)) continue;
    const begins = match.index + before.length;
    const whole = all.slice(before.length);
    if (begins > from) parts.push({ text: text.slice(from, begins) });
    const digits = area === undefined ? other.replaceAll('-', '') : area + number;
    parts.push({ text: whole, call: extension === undefined ? digits : `${digits},${extension}` });
    from = begins + whole.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
