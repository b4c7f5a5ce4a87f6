/** 六政办秘〔2020〕94号 in any of the brackets that are typed for 〔〕. */
const PATTERN =
  /([\u4e00-\u9fff]{1,15})\s*[〔［[（(【﹝〖]\s*((?:19|20)\d{2})\s*[〕］\])）】﹞〗]\s*(?:第\s*)?([\u4e00-\u9fff]{0,4}?\s*\d{1,4})\s*号/;

/** The document number in its proper form, if the text is one and nothing else (a 文件 may stand before). */
export function onlyDocNumber(text: string): string | undefined {
  const line = text.trim();
  const match = PATTERN.exec(line);
  if (!match || match.index + match[0].length !== line.length) return undefined;
  const before = line.slice(0, match.index);
  return before === '' || /文件\s*$/.test(before) ? proper(match) : undefined;
}

/** The document number that a text begins with. */
export function leadingDocNumber(text: string): { number: string; end: number } | undefined {
  const match = new RegExp(`^\\s*${PATTERN.source}(?!文)`).exec(text);
  // 根据国办发〔2019〕54号… cites another document.
  return match && !/^\s*(?:根据|按照|依据|依照|遵照|为|经|现将|关于|对照)/.test(text)
    ? { number: proper(match), end: match[0].length }
    : undefined;
}

/** The document number in brackets at the end of a title. */
export function trailingDocNumber(title: string): { number: string; start: number } | undefined {
  const match = new RegExp(`[（(]\\s*${PATTERN.source}\\s*[）)]\\s*$`).exec(title);
  return match ? { number: proper(match), start: match.index } : undefined;
}

/** Years of all document numbers in a text: documents that are cited exist already. */
export function citedYears(text: string): number[] {
  return [...text.matchAll(new RegExp(PATTERN.source, 'g'))].map((match) => Number(match[2]));
}

function proper([, agency = '', year = '', number = '']: RegExpExecArray | RegExpMatchArray) {
  return `${agency.replaceAll(/\s/g, '')}〔${year}〕${number.replaceAll(/\s/g, '')}号`;
}
