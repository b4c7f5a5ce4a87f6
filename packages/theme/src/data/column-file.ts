import { readFileSync, statSync } from 'node:fs';
import settings from 'virtual:columns/settings';
import type { ShownColumn } from '@columns/content';

/* Where pages have the column from. The editor's preview has another module in this one's place. */

/** Another number whenever the column is another: in a build its turn, in `dev` the file's time. */
export function columnVersion(): number {
  return settings.live ? statSync(settings.columnFile).mtimeMs : settings.turn;
}

export function readColumnFile(): ShownColumn {
  return JSON.parse(readFileSync(settings.columnFile, 'utf8')) as ShownColumn;
}
