/** The path of a finding's file from the repository's root; what stands beside `content/` begins with `../`. */
export function pathOf(file: string): string {
  return file.startsWith('../') ? file.slice(3) : `content/${file}`;
}
