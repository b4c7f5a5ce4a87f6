import { type AlertSummary, fillSlots, SUMMARY_FILE, summarySchema } from '@columns/export/portal';
import type { Column } from '../column.ts';
import { type BuiltApp, readAsWritten } from '../read.ts';
import { escapeHtml, link } from './html.ts';
import { readBeside } from './members.ts';

/** Pages with a place for the strip, and the town whose page it is. */
const PAGES = /^(?:index|kiosk\/index|towns\/([^/]+)\/index)\.html$/;
/** Where a link would leave the kiosk behind. */
const KIOSK = 'kiosk/index.html';

/**
 * The pages of a column that tell of its alerts, filled. All alerts stand there with their dates; a script of the
 * page hides those that ended, so that nothing has to be made anew when one does. A column without alerts has none.
 */
export async function stripFiles(
  app: BuiltApp,
  column: Column | undefined,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const alerts = (column && (await readBeside(app, SUMMARY_FILE, summarySchema))?.alerts) ?? [];
  if (!column || alerts.length === 0) return files;
  for (const file of app.dist.files) {
    const [page, town] = PAGES.exec(file) ?? [];
    if (page === undefined) continue;
    const own = alerts.filter(({ towns }) => town === undefined || (towns?.includes(town) ?? true));
    if (own.length === 0) continue;
    const html = await readAsWritten(app.dist, file);
    const filled = fillSlots(html, () => stripHtml(own, column.path, file !== KIOSK));
    if (filled !== undefined) files.set(file, filled);
  }
  return files;
}

function stripHtml(alerts: readonly AlertSummary[], base: string, linked: boolean): string {
  const items = alerts.map(({ title, address, level, area, from, until }) => {
    const name = linked ? link(base + address, title).html : escapeHtml(title);
    const end = until === undefined ? '' : ` data-alert-until="${escapeHtml(until)}"`;
    const times = [momentHtml(from), until === undefined ? '解除时另行公布' : momentHtml(until)];
    return `<li data-level="${escapeHtml(level)}" data-alert-from="${escapeHtml(from)}"${end}><strong>${name}</strong><span class="facts"><span>${escapeHtml(area)}</span><span>${times.join('至')}</span></span></li>`;
  });
  return `<section class="alert-strip" aria-label="预警和突发事件"><ul>\n${items.join('\n')}\n</ul></section><script defer src="${escapeHtml(base)}alerts.js"></script>`;
}

function momentHtml(moment: string): string {
  const text = escapeHtml(moment);
  return `<time datetime="${text.replace(' ', 'T')}+08:00">${text}</time>`;
}
