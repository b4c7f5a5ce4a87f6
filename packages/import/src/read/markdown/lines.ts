const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

/**
 * A text without its soft line ends: CommonMark has them for blanks, but Chinese is written without, so
 * between two Chinese signs there is none.
 */
export function joinLines(text: string): string {
  return text.replaceAll(/(.?)[ \t]*\n[ \t]*(.?)/gsu, (_, before: string, after: string) => {
    const chinese = [before, after]
      .filter((sign) => sign !== '')
      .every((sign) => CHINESE.test(sign));
    return `${before}${chinese ? '' : ' '}${after}`;
  });
}
