/** What is said of a file that is another one than was verified: it is not sent. */
export function changedSince(file: string): string {
  return `${file} 在核对之后又有改动，没有部署；重新运行 columns build 和 columns deploy`;
}
