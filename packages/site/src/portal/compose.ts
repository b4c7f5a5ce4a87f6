import { atomFeed } from '@columns/export';
import { fillSlots, type SlotName } from '@columns/export/portal';
import { type CityShapes, readBoundaries } from '@columns/standard/boundaries';
import type { Column } from '../column.ts';
import { demoWords } from '../demo.ts';
import { type BuiltApp, readAsWritten } from '../read.ts';
import { absentOf } from './absent.ts';
import { countiesHtml, mapsOrWhyNot } from './counties.ts';
import { coverageHtml } from './coverage.ts';
import { domainHtml, matrixHtml, searchHtml } from './domains.ts';
import { escapeHtml } from './html.ts';
import { type City, citiesOf, inShapeOrder } from './members.ts';
import { feedHtml, newestHtml, PORTAL_FEED, portalFeed } from './newest.ts';
import { opennessHtml } from './openness.ts';
import { stripFiles } from './strip.ts';
import { tasksHtml } from './tasks.ts';

export interface PortalFacts {
  readonly apps: readonly BuiltApp[];
  readonly columns: readonly Column[];
  readonly site: string | undefined;
  /** Whether only some of the columns are put together. */
  readonly some: boolean;
}

/** Files of the portals and with alerts, by the folder of the app and the path below its base. */
export type PortalFiles = ReadonlyMap<BuiltApp, ReadonlyMap<string, string>>;

/** Pages that the theme leaves places in. */
const FRAMES =
  /^(?:counties\/(?:.*\/)?|coverage\/counties\/|openness\/|tasks\/[^/]+\/counties\/)index\.html$/;

/** Places in which counties stand side by side. */
const COMPARES: ReadonlySet<SlotName> = new Set([
  ...(['counties', 'matrix', 'domain', 'coverage', 'openness', 'tasks'] as const),
]);

/**
 * Fills every city's pages with what its counties have left of themselves: a few kilobytes each, so that a
 * portal over a hundred counties reads no column. A county without them is named, and nothing fails. Alerts are put
 * into the pages of their column, and of those below it, in the same way.
 */
export async function portalFiles(facts: PortalFacts): Promise<PortalFiles> {
  const columns = new Map(facts.columns.map((column) => [column.county, column]));
  const made = await stripFiles(facts.apps, columns);
  for (const city of await citiesOf(facts.apps, facts.columns)) {
    made.set(city.app, new Map([...(made.get(city.app) ?? []), ...(await filesOf(city, facts))]));
  }
  return made;
}

async function filesOf(
  found: City,
  { site, some }: PortalFacts,
): Promise<ReadonlyMap<string, string>> {
  const { app, own } = found;
  const maps = mapsOf(found);
  const shapes = maps.flatMap(({ counties }) => counties);
  const city = inShapeOrder(found, shapes);
  // Of a province not every county is drawn: who is missing there nobody can tell by the map.
  const whole = own.column.level === 'city' && maps.length > 0 ? shapes : undefined;
  const feed = portalFeed(city, site);
  const fill = (file: string): Record<Exclude<SlotName, 'alerts'>, () => string> => ({
    counties: () => countiesHtml(city, maps, absentOf(whole, some)),
    newest: () => newestHtml(city),
    feed: () => feedHtml(feed),
    matrix: () => matrixHtml(city),
    domain: () => domainHtml(city, /^counties\/domains\/([^/]+)\//.exec(file)?.[1] ?? ''),
    coverage: () => coverageHtml(city),
    search: () => searchHtml(city),
    openness: () => opennessHtml(city),
    tasks: () => tasksHtml(city, /^tasks\/([^/]+)\//.exec(file)?.[1] ?? ''),
  });
  const demo = demoWords(city.members.map(({ column }) => column));
  const note = demo === undefined ? '' : `<p class="note">${escapeHtml(demo)}</p>\n`;
  const files = new Map<string, string>();
  for (const file of app.dist.files.filter((name) => FRAMES.test(name))) {
    const html = await readAsWritten(app.dist, file);
    const parts = fill(file);
    const filled = fillSlots(html, (name) => {
      if (name === 'alerts') return '';
      return (COMPARES.has(name) ? note : '') + parts[name]();
    });
    if (filled !== undefined) files.set(file, filled);
  }
  if (feed && files.size > 0) files.set(PORTAL_FEED, atomFeed(feed));
  return files;
}

/** The maps of the cities that have a column, each county on them a link: for the page over all columns. */
export async function mapsHtml(
  apps: readonly BuiltApp[],
  columns: readonly Column[],
  some: boolean,
): Promise<string[]> {
  const cities = (await citiesOf(apps, columns)).filter(({ own }) => own.column.level === 'city');
  return cities.flatMap((city) => mapsOrWhyNot(city, mapsOf(city), absentOf(undefined, some).why));
}

/** The map of a city, or of a province's cities in which anybody has a column. */
function mapsOf({ own, members }: City): CityShapes[] {
  const names = new Set(members.map(({ column }) => column.name));
  return readBoundaries(own.column).filter(
    ({ counties }) => own.column.level === 'city' || counties.some(({ name }) => names.has(name)),
  );
}
