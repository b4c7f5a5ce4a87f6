/** Several ids in one cell stand apart by `、` or a space. */
export function entryIds(text: string): string[] {
  return text.split(/[、，,;；\s]+/).filter((id) => id !== '');
}
