/** What YAML reads as the same text without quotes, whatever stands around it. */
const PLAIN = /^[\p{Script=Han}《“（][\p{Script=Han}\w《》〈〉“”（）〔〕、，。；：/—-]*$/u;

/** A text as a YAML scalar: plain as an officer writes it where that is safe, quoted elsewhere. */
export function scalar(text: string): string {
  return PLAIN.test(text) ? text : JSON.stringify(text);
}
