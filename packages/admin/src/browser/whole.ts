/**
 * A text as it was read. Decap reads every file as UTF-8: what is in another encoding would be saved as the
 * signs that stand for bytes nobody could read.
 * @throws Error, in Chinese, where it holds such a sign
 */
export function whole(path: string, text: string): string {
  if (!text.includes('\uFFFD')) return text;
  throw new Error(
    `“${path}”不是 UTF-8 编码，在这里打开、保存会变成乱码，所以没有打开。请用 WPS 或记事本打开这个文件，另存为 UTF-8 编码，替换后再来。`,
  );
}
