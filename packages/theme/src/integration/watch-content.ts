import { reportText } from '@columns/check';
import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import type { OpenColumn } from './open-column.ts';

/**
 * Live reload: when a file of the content changes, the column is read again and open pages reload.
 * What is wrong is shown in the terminal and, as pages open again, over them (`show-findings.ts`); it does not stop the
 * others.
 */
export function watchContent(
  server: ViteDevServer,
  logger: AstroIntegrationLogger,
  contentRoot: string,
  reopen: () => Promise<OpenColumn>,
): void {
  let waiting: NodeJS.Timeout | undefined;
  let reading: Promise<void> = Promise.resolve();
  const readAgain = async () => {
    try {
      const { findings } = await reopen();
      if (findings.length > 0) logger.error(`\n${reportText(findings)}`);
      else logger.info('内容已更新。');
      server.moduleGraph.invalidateAll();
      server.ws.send({ type: 'full-reload' });
    } catch (error) {
      logger.error(error instanceof Error ? error.message : String(error));
    }
  };
  server.watcher.add(contentRoot);
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(contentRoot)) return;
    clearTimeout(waiting);
    // Editors save in several steps; one reading for all of them, and never two at once.
    waiting = setTimeout(() => {
      reading = reading.then(readAgain);
    }, 100);
  });
}
