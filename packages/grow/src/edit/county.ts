import { join } from 'node:path';
import {
  type CountyContent,
  type Entry,
  listCounties,
  nearest,
  readCounty,
} from '@columns/content';
import type { Standard } from '@columns/standard';
import { GrowFaults } from '../fault.ts';

/** A county as it stands, with the counties that may name its entries. */
export interface Surroundings {
  readonly contentRoot: string;
  readonly standard: Standard;
  readonly county: string;
  readonly content: CountyContent;
  /** Counties of which this one is an upper level: they write `<county>/<id>`. */
  readonly below: readonly CountyContent[];
  readonly entry: Entry;
}

/** Reads a county and those below it, and finds an entry. @throws GrowFaults */
export function surroundings(
  contentRoot: string,
  county: string,
  id: string,
  standard: Standard,
): Surroundings {
  const counties = listCounties(contentRoot);
  if (!counties.includes(county))
    throw new GrowFaults([`content/ 中没有 ${county}。现有：${counties.join('、')}`]);
  const all = new Map(counties.map((each) => [each, readCounty(contentRoot, each, standard)]));
  const content = all.get(county) as CountyContent;
  const files = content.places.filter((place) => place.id === id).map(({ file }) => file);
  const [file] = files;
  if (file === undefined) {
    const near = nearest(
      id,
      content.places.map((place) => place.id),
    );
    const hint = near === undefined ? '' : `是不是“${near}”？`;
    throw new GrowFaults([`content/${county} 中没有编号为“${id}”的信息。${hint}`]);
  }
  if (files.length > 1)
    throw new GrowFaults([`编号“${id}”有 ${files.length} 个文件：${files.join('、')}。先改正重复`]);
  const entry = content.entries.find((each) => each.file === file);
  if (entry === undefined)
    throw new GrowFaults([
      `content/${file} 有错误，读不出来：先运行 npx -y pnpm@12 columns check --county ${county} 并改正`,
    ]);
  const isBelow = ({ id: at }: CountyContent) => {
    const seen = new Set<string>();
    for (let up = all.get(at)?.county?.parent; up !== undefined && !seen.has(up); ) {
      if (up === county) return true;
      seen.add(up);
      up = all.get(up)?.county?.parent;
    }
    return false;
  };
  return {
    contentRoot,
    standard,
    county,
    content,
    entry,
    below: [...all.values()].filter(isBelow),
  };
}

/** The files of an entry, below `content/`: head, table, and what stands in its folder. */
export function filesOf({ county, content, entry }: Surroundings): string[] {
  const stem = entry.file.replace(/\.mdx?$/, '');
  return content.files
    .map((path) => `${county}/${path}`)
    .filter((path) => path === entry.file || path === `${stem}.csv` || path.startsWith(`${stem}/`));
}

export const full = ({ contentRoot }: Surroundings, path: string): string =>
  join(contentRoot, path);
