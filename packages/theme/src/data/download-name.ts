/** Signs that some system takes in no file's name, and those that look like them. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ '/': '／', '\\': '＼', ':': '：', '*': '＊', '?': '？' },
  ...{ '"': '”', '<': '＜', '>': '＞', '|': '｜' },
};
/** Characters; three bytes each in UTF-8, of the 255 that a name may have. */
const LONGEST_NAME = 80;

/** What a reader's copy of a file is called: by its name in Chinese, not by its address. */
export function downloadName(name: string, file: string): string {
  const ending = /\.[^./]+$/.exec(file)?.[0].toLowerCase() ?? '';
  const own = name.toLowerCase().endsWith(ending)
    ? name.slice(0, name.length - ending.length)
    : name;
  const safe = own
    .replaceAll(/[/\\:*?"<>|]/g, (sign) => LOOKALIKES[sign] as string)
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '');
  const short = [...safe].slice(0, LONGEST_NAME).join('').trimEnd();
  return short === '' ? file : short + ending;
}
