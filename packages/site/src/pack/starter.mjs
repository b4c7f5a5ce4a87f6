// 在本机打开离线拷贝，使检索可用：node 启动检索.mjs（需要 Node 18 以上）。只在本机（127.0.0.1）提供，不联网。
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const types = {
  // 打包时写入本拷贝中各种文件的类型
};

/** 文件夹之外的文件一律不给。 */
function fileAt(url) {
  let path;
  try {
    path = normalize(join(root, decodeURIComponent(new URL(url, 'http://localhost').pathname)));
  } catch {
    return undefined;
  }
  if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
  for (const file of [path, join(path, 'index.html')]) {
    if (found(file)?.isFile()) return file;
  }
  return found(path)?.isDirectory() ? join(root, '打开专栏.html') : undefined;
}

/** 系统不收的名称（含 %00、过长）等于没有。 */
function found(file) {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

const server = createServer((request, response) => {
  const file = fileAt(request.url ?? '/');
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain;charset=utf-8' }).end('没有这个地址\n');
    return;
  }
  const stream = createReadStream(file);
  // 打开时才知道读不了的，只断开这一次，不结束程序。
  stream.once('error', () => response.destroy());
  stream.once('open', () => {
    response.writeHead(200, {
      'content-type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
    });
    stream.pipe(response);
  });
});

server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  console.log(`请用浏览器打开 http://127.0.0.1:${server.address().port}/`);
});
