/** Why a link does not open in the kiosk. */
export type Refusal = 'outside' | 'file' | 'program';

/**
 * Whether a link may open in the kiosk's frame: a page below `prefix` on the kiosk's own host may,
 * and nothing else. `undefined` means it may.
 */
export function refusal(link: string, origin: string, prefix: string): Refusal | undefined {
  const url = parsed(link);
  if (!url) return 'outside';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'program';
  if (url.origin !== origin || !url.pathname.startsWith(prefix)) return 'outside';
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  return name === '' || name.endsWith('.html') ? undefined : 'file';
}

function parsed(link: string): URL | undefined {
  try {
    return new URL(link);
  } catch {
    return undefined;
  }
}

/** Where a link leads, or what is written there where that is no address. */
export function wholeAddress(written: string, from: string): string {
  try {
    return new URL(written, from).href;
  } catch {
    return written;
  }
}

/** An address as a reader would write it down; one whose signs are not UTF-8 (old sites: GBK) as it stands. */
export function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

export const REFUSAL_WORDS: Readonly<Record<Refusal, string>> = {
  outside: '这是其他网站的链接，公开专区不打开。请记下网址，用自己的手机或电脑查看：',
  file: '公开专区不下载文件。需要这个文件的，请用自己的手机或电脑打开本页下载，或请窗口打印：',
  program: '公开专区不打开电话、邮件和地图程序。请记下：',
};
