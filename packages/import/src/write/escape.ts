/** Keeps Markdown from reading signs of the text as its own. Only what it would read is escaped. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/[\\`*~]/g, (sign) => `\\${sign}`)
    .replaceAll(/_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_/g, '\\_')
    .replaceAll(/<(?=[A-Za-z/!?])/g, '\\<')
    .replaceAll(/&(?=#?\w+;)/g, '\\&')
    .replaceAll(/\[(?=\^)|\[(?=[^\]]*\](?:\(|\[|:))/g, '\\[');
}

/** A line that begins like a list, heading or quotation but is none. */
export function escapeLineStart(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^(\s*)([#>+-])(?=\s|$|[#>+-])/, '$1\\$2')
        .replace(/^(\s*)>/, '$1\\>')
        .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
        .replace(/^(\s*)(=+|-+)\s*$/, '$1\\$2'),
    )
    .join('\n');
}

/** Text inside the dialect's table tags. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
