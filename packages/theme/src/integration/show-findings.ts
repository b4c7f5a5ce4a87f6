import type { Finding } from '@columns/check';
import { reportText } from '@columns/check';
import type { ViteDevServer } from 'vite';

/**
 * Shows what is wrong with the content in the browser too, over whatever page is open, while something is: an entry
 * that cannot be read has no page to say so itself.
 */
export function showFindings(server: ViteDevServer, findings: () => readonly Finding[]): void {
  server.ws.on('connection', (socket: { send(text: string): void }) => {
    const current = findings();
    if (current.length > 0) socket.send(JSON.stringify({ type: 'error', err: overlay(current) }));
  });
}

/** In the form of Vite's and Astro's overlay. */
function overlay(findings: readonly Finding[]) {
  const [first] = findings;
  const title = `内容有 ${findings.length} 处错误`;
  return {
    name: title,
    title,
    message: reportText(findings),
    hint: '改正并保存后，这里自动消失；按 Esc 先看网页，其余信息不受影响。',
    stack: '',
    plugin: '检查',
    loc: first && { file: `content/${first.file}`, line: first.line, column: first.column },
  };
}
