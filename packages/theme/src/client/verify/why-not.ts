/** What a page's surroundings give for checking it. */
export interface Surroundings {
  /** `location.protocol`. */
  readonly protocol: string;
  /** Whether the page came over https, or from this machine. */
  readonly secure: boolean;
  /** Whether there is `crypto.subtle`. */
  readonly digests: boolean;
  /** Whether there is `Object.hasOwn` (Chrome 93, Safari 15.4): what judges signatures needs it, and nothing newer. */
  readonly hasOwn: boolean;
}

const OTHERWISE = '可以换一个办法，见“开放数据”中的“怎样核对本网站”';

/** Why a page cannot be checked here, as a Chinese sentence; nothing where it can. */
export function whyNot({ protocol, secure, digests, hasOwn }: Surroundings): string | undefined {
  if (protocol === 'file:')
    return `不能核对：这是存在本机的文件，浏览器不让网页读本机的文件；${OTHERWISE}。`;
  if (!secure)
    return `不能核对：这一页不是经 https 打开的，浏览器不给计算校验值的功能，途中也可能有人改动；${OTHERWISE}。`;
  if (!digests || !hasOwn)
    return `不能核对：这个浏览器太旧，没有核对要用的功能；请换一个新的浏览器，或者${OTHERWISE.slice(2)}。`;
  return undefined;
}
