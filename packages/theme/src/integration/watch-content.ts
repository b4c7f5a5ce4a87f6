import { reportText } from '@columns/check';
import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import type { OpenColumn } from './open-column.ts';

/**
 * Live reload: when a file of the content changes, the column is read again and open pages reload.
 * What is wrong is shown in the terminal and does not stop the others.
 */
export function watchContent(
  server: ViteDevServer,
  logger: AstroIntegrationLogger,
  contentRoot: string,
  reopen: () => OpenColumn,
): void {
  let waiting: NodeJS.Timeout | undefined;
  server.watcher.add(contentRoot);
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(contentRoot)) return;
    clearTimeout(waiting);
    // Editors save in several steps; one reading for all of them.
    waiting = setTimeout(() => {
      try {
        const { findings } = reopen();
        if (findings.length > 0) logger.error(`\n${reportText(findings)}`);
        else logger.info('内容已更新。');
        server.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      } catch (error) {
        logger.error(error instanceof Error ? error.message : String(error));
      }
    }, 100);
  });
}
