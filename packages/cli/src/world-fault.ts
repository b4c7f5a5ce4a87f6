import { ToldError } from '@columns/standard/told';

type Found = NodeJS.ErrnoException & { hostname?: string; address?: string; port?: number };

/** What the system or the network says, by its code: a sentence on what it means and what to do. */
const FAULTS: Readonly<Record<string, (error: Found) => string>> = {
  EADDRINUSE: ({ port }) =>
    `端口 ${port ?? ''} 已被其他程序占用。关闭那个程序，或用环境变量 PORT 换一个端口。`,
  ENOSPC: (error) => `磁盘已满${at(error)}。腾出空间后重新运行。`,
  EDQUOT: (error) => `磁盘配额已用完${at(error)}。腾出空间后重新运行。`,
  EROFS: (error) => `这里只能读、不能写${at(error)}。`,
  EACCES: (error) => `没有权限${at(error)}。`,
  EPERM: (error) => `没有权限，或文件正被其他程序占用${at(error)}。`,
  EBUSY: (error) => `文件正被其他程序占用${at(error)}。关闭那个程序后重新运行。`,
  EMFILE: () => '打开的文件太多，超过系统允许。关闭其他程序，或用 ulimit -n 提高上限后重新运行。',
  ENOTFOUND: ({ hostname }) => `找不到主机 ${hostname ?? ''}。核对地址和网络后重试。`,
  EAI_AGAIN: ({ hostname }) => `现在查不到主机 ${hostname ?? ''}。核对网络后重试。`,
  ECONNREFUSED: (error) => `连不上${peer(error)}：对方没有应答。核对地址、端口后重试。`,
  ECONNRESET: (error) => `与${peer(error)}的连接中断了。稍后重试。`,
  ETIMEDOUT: (error) => `连接${peer(error)}超时。核对网络后重试。`,
  EHOSTUNREACH: (error) => `到不了${peer(error)}。核对网络后重试。`,
  ENETUNREACH: (error) => `到不了${peer(error)}。核对网络后重试。`,
  UND_ERR_CONNECT_TIMEOUT: (error) => `连接${peer(error)}超时。核对网络后重试。`,
  UND_ERR_SOCKET: (error) => `与${peer(error)}的连接中断了。稍后重试。`,
  CERT_HAS_EXPIRED: () => '对方网站的证书已过期，没有继续。请对方更新证书。',
  DEPTH_ZERO_SELF_SIGNED_CERT: () => '对方网站的证书是自签的，没有继续。核对地址。',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: () => '对方网站的证书无法验证，没有继续。核对地址。',
};

/**
 * A sentence, in Chinese, for what went wrong outside the program; nothing for an error that is one of ours, which
 * is then told with its place. The causes of an error are looked through too: `fetch` says why only there.
 */
export function worldFault(error: unknown): string | undefined {
  let one: unknown = error;
  for (let depth = 0; depth < 5 && one instanceof Error; depth++) {
    if (one instanceof ToldError) return one.message;
    if (one.name === 'TimeoutError') return '对方没有在规定时间内回答。稍后重试。';
    const found = one as Found;
    if (found.code === 'ENOENT' && found.syscall?.startsWith('spawn '))
      return `这台电脑上没有 ${found.path ?? found.syscall.slice(6)}。装好它后重新运行。`;
    const fault = FAULTS[String(found.code)];
    if (fault) return fault(found);
    one = one.cause;
  }
  return undefined;
}

function at({ path }: Found): string {
  return path === undefined ? '' : `：${path}`;
}

function peer({ hostname, address, port }: Found): string {
  const host = hostname ?? address;
  return host === undefined ? '对方' : ` ${host}${port === undefined ? '' : `:${port}`} `;
}
