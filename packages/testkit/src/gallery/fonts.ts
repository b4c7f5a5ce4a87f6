import type { Browser } from 'playwright-core';

/**
 * Draws two characters that look nothing alike. Where no font has them, both come out as the same
 * box, which is the one sign of it that every system shares.
 */
const SAME_PICTURE = `(() => {
  const picture = (text) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 48;
    const pen = canvas.getContext('2d');
    pen.font = '32px sans-serif';
    pen.fillText(text, 4, 36);
    return canvas.toDataURL();
  };
  return picture('国') === picture('一');
})()`;

/** What to tell the reader where this machine has no Chinese font; nothing where it has one. */
export async function chineseFontHint(browser: Browser): Promise<string | undefined> {
  const page = await browser.newPage();
  try {
    if (!(await page.evaluate(SAME_PICTURE))) return undefined;
  } finally {
    await page.close();
  }
  return (
    '本机没有中文字体：图中的汉字都是方框。\n' +
    '请先安装一种中文字体，例如在 Debian 或 Ubuntu 上运行 apt-get install fonts-noto-cjk，再重新生成。'
  );
}
