import { createHmac } from 'node:crypto';

/** Shorter keys could be tried out. */
const SHORTEST_KEY = 32;

/**
 * The folder that a pull request is shown in: always the same, and known only to who has the key.
 * @throws Error (Chinese) for a key that could be guessed
 */
export function previewFolder(key: string, repository: string, pull: number): string {
  if (key.length < SHORTEST_KEY)
    throw new Error(
      `PREVIEW_KEY 太短：至少 ${SHORTEST_KEY} 个字符，如 openssl rand -hex 32 的输出。`,
    );
  return createHmac('sha256', key).update(`${repository}#${pull}`).digest('hex').slice(0, 40);
}

/**
 * The address of previews, with a closing slash. What is shown may hold scripts of its own, so it never stands on the origin of
 * the site, where the editor keeps its tokens.
 * @throws Error (Chinese)
 */
export function previewSite(address: string, site: string | undefined): string {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.search !== '' || url.hash !== '')
    throw new Error(
      `PREVIEW_SITE“${address}”不对：应为 https:// 开头的地址，如 https://preview.example.cn/`,
    );
  if (site !== undefined && site !== '' && URL.parse(site)?.origin === url.origin)
    throw new Error(
      'PREVIEW_SITE 不能与网站同源：送审稿要放在另一个域名，以免其中的内容读到编辑页面的登录信息。',
    );
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
