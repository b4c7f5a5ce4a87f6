import { type AlertSummary, fillSlots, SUMMARY_FILE, summarySchema } from '@columns/export/portal';
import type { Column } from '../column.ts';
import { type BuiltApp, readAsWritten } from '../read.ts';
import { escapeHtml, link } from './html.ts';
import { readBeside } from './members.ts';

/** Pages with a place for the strip, and the town whose page it is. */
const PAGES = /^(?:index|kiosk\/index|towns\/([^/]+)\/index)\.html$/;
/** Where a link would leave the kiosk behind. */
const KIOSK = 'kiosk/index.html';

/** An alert with the address of its page, from the root of the origin. */
interface Alert extends AlertSummary {
  readonly href: string;
}

/**
 * Of each column the pages that tell of alerts, filled: its own, and those of the city and the province above it,
 * which hold in it too. All alerts stand there with their dates; a script of the page hides those that ended, so
 * that nothing has to be made anew when one does. Where there are none the pages stay as they were made.
 */
export async function stripFiles(
  apps: readonly BuiltApp[],
  columns: ReadonlyMap<string, Column>,
): Promise<Map<BuiltApp, ReadonlyMap<string, string>>> {
  const alerts = new Map<string, readonly Alert[]>();
  for (const app of apps) {
    const path = columns.get(app.site.county)?.path;
    const own = path && (await readBeside(app, SUMMARY_FILE, summarySchema))?.alerts;
    const told = (own || []).map((alert) => ({ ...alert, href: path + alert.address }));
    alerts.set(app.site.county, told);
  }
  const made = new Map<BuiltApp, ReadonlyMap<string, string>>();
  for (const app of apps) {
    const column = columns.get(app.site.county);
    if (!column) continue;
    const own = alerts.get(column.county) ?? [];
    const above = aboveOf(column, columns).flatMap(({ county }) => alerts.get(county) ?? []);
    const files = await stripOf(app, column, own, above);
    if (files.size > 0) made.set(app, files);
  }
  return made;
}

/** The columns above one, the nearest first. A circle ends where it began. */
function aboveOf(column: Column, columns: ReadonlyMap<string, Column>): Column[] {
  const above: Column[] = [];
  for (let { parent } = column; parent !== undefined; ) {
    const next = columns.get(parent);
    if (!next || next === column || above.includes(next)) break;
    above.push(next);
    parent = next.parent;
  }
  return above;
}

async function stripOf(
  app: BuiltApp,
  column: Column,
  own: readonly Alert[],
  above: readonly Alert[],
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  if (own.length + above.length === 0) return files;
  for (const file of app.dist.files) {
    const [page, town] = PAGES.exec(file) ?? [];
    if (page === undefined) continue;
    const here = own.filter(({ towns }) => town === undefined || (towns?.includes(town) ?? true));
    const all = [...here, ...above];
    if (all.length === 0) continue;
    const html = await readAsWritten(app.dist, file);
    const filled = fillSlots(html, () => stripHtml(all, column.path, file !== KIOSK));
    if (filled !== undefined) files.set(file, filled);
  }
  return files;
}

function stripHtml(alerts: readonly Alert[], base: string, linked: boolean): string {
  const items = alerts.map(({ title, href, level, area, from, until }) => {
    const name = linked ? link(href, title).html : escapeHtml(title);
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
