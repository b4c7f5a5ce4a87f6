import { commandData, markdown } from '@columns/check';
import { visible } from '@columns/check/visible';
import type { Context } from './command.ts';
import { appendSummary, tellRunner } from './github.ts';

/** Warns in the log; on GitHub also at the head of the run and in its summary. */
export function warn(title: string, text: string, context: Context): void {
  context.err(`注意：${text}\n`);
  if (context.env['GITHUB_ACTIONS'] !== 'true') return;
  tellRunner(`::warning title=${title}::${commandData(visible(text))}\n`, context);
  appendSummary(`**${title}**：${markdown(text)}\n\n`, context);
}
