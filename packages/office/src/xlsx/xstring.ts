/** Signs that XML cannot hold are written as `_x000D_`, and `_x005F_` is the stroke itself (ECMA-376 part 1, 22.9.2.19). */
export function xstring(text: string): string {
  if (!text.includes('_x') && !text.includes('_X') && !text.includes('\r')) return text;
  return text
    .replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll(/\r\n?/g, '\n');
}
