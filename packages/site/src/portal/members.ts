import { type CountyFigures, countyFiguresSchema } from '@columns/check/coverage';
import { type CountySummary, SUMMARY_FILE, summarySchema } from '@columns/export/portal';
import type { CountyShape } from '@columns/standard/boundaries';
import type { z } from 'zod';
import type { Column } from '../column.ts';
import { type BuiltApp, readAsWritten } from '../read.ts';
import { FIGURES_FILE } from '../records/folders.ts';

/** A column as the portal above it shows it. */
export interface Member {
  readonly column: Column;
  /** Absent where the county's `data` task left none that can be read. */
  readonly summary?: CountySummary;
  /** Absent where the county's `records` task left none. */
  readonly figures?: CountyFigures;
}

/** A city or province with the columns below it, itself apart. */
export interface City {
  readonly app: BuiltApp;
  readonly own: Member;
  /** By id: the same whatever order the folders are in. */
  readonly members: readonly Member[];
}

/** Every upper level among the columns, with those that name it as their parent. */
export async function citiesOf(
  apps: readonly BuiltApp[],
  columns: readonly Column[],
): Promise<City[]> {
  const byCounty = new Map(columns.map((column) => [column.county, column]));
  const read = (app: BuiltApp) => memberOf(app, byCounty.get(app.site.county));
  const cities: City[] = [];
  for (const app of apps.filter(({ site }) => site.level !== 'county')) {
    const own = await read(app);
    if (!own) continue;
    const below = apps.filter(({ site }) => site.parent === app.site.county);
    const members = (await Promise.all(below.map(read))).filter((one) => one !== undefined);
    members.sort((a, b) => (a.column.county < b.column.county ? -1 : 1));
    cities.push({ app, own, members });
  }
  return cities;
}

/** Counties as official lists have them, by their codes, as the boundaries are; others after them. */
export function inShapeOrder(city: City, shapes: readonly CountyShape[] = []): City {
  const places = new Map(shapes.map(({ name }, i) => [name, i]));
  const placeOf = ({ column }: Member) => places.get(column.name) ?? places.size;
  return { ...city, members: [...city.members].sort((a, b) => placeOf(a) - placeOf(b)) };
}

/** A column with what its other tasks have left of it. */
export async function memberOf(
  app: BuiltApp,
  column: Column | undefined,
): Promise<Member | undefined> {
  if (!column) return undefined;
  const summary = await readBeside(app, SUMMARY_FILE, summarySchema);
  const figures = await readBeside(app, FIGURES_FILE, countyFiguresSchema);
  return { column, ...(summary ? { summary } : {}), ...(figures ? { figures } : {}) };
}

/** What is missing or of another version counts as not there: the portal says so of that county. */
export async function readBeside<T>(
  app: BuiltApp,
  file: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const from = [app.dist, ...app.beside].find(({ files }) => files.includes(file));
  if (from === undefined) return undefined;
  const text = await readAsWritten(from, file);
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
