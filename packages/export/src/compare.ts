/** By code units: the same order on every machine, whatever its locale. For `sort`. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
