import { isGone, isOfEntry, readGone, saidOfEntries } from '@columns/content';
import type { ColumnsFile } from '../column.ts';
import { MANIFEST } from '../manifest/index.ts';
import { KEPT_FILE } from '../manifest/sources.ts';
import type { DeploySettings } from './settings.ts';
import { COMPOUND } from './taken-down.ts';

export interface LostPathsInput {
  /** Every file of the site that stands, by its manifest. */
  readonly before: Iterable<string>;
  /** Every file of the next one. */
  readonly files: readonly string[];
  /** The columns of the site that stands. */
  readonly columns: ColumnsFile['columns'];
  /** `content/`, which names what was taken down. */
  readonly contentRoot: string;
  readonly settings: DeploySettings;
}

/**
 * What machines make anew under other names (scripts, styles, search, the editor), and pages of a list
 * beyond the first, which come and go with the length of the list.
 */
const PASSING =
  /^(?:assets|_astro|pagefind|admin)\/|^(?:early\.js|kept\.json|records\.css|site\.json)$|\/\d{1,3}\/index\.html$/;
/** The same of the site's own. */
const PASSING_OF_SITE = /^(?:editor\/|columns\.css$|\.nojekyll$)/;

/** A path that was published and leads nowhere, with the county whose it was. */
export interface LostPath {
  readonly path: string;
  readonly county?: string;
}

/**
 * Paths of the last site that the next one lacks, and that nobody has named: no entry that is withdrawn,
 * withheld or moved, no row of a `gone.yaml`, no setting. Links to them stand in others' pages for ever.
 */
export function lostPaths(input: LostPathsInput): LostPath[] {
  const { before, files, columns, contentRoot, settings } = input;
  const now = new Set(files);
  const removed = new Set(settings.removed.map(({ county }) => county));
  const places = columns
    .map(({ county, base }) => ({ county, folder: base.slice(1) }))
    .sort((a, b) => b.folder.length - a.folder.length);
  const named = new Map<string, (below: string) => boolean>();
  const lost: LostPath[] = [];
  for (const path of before) {
    if (now.has(path) || path.startsWith(MANIFEST)) continue;
    const place = places.find(({ folder }) => path.startsWith(folder));
    if (!place) {
      if (!PASSING_OF_SITE.test(path)) lost.push({ path });
      continue;
    }
    const { county, folder } = place;
    const below = path.slice(folder.length);
    if (removed.has(county) || PASSING.test(below)) continue;
    if (COMPOUND.test(below) && now.has(folder + KEPT_FILE)) continue;
    if (folder === '' && PASSING_OF_SITE.test(below)) continue;
    if (settings.gone.some((one) => isGone(below, [{ ...one, date: '' }]))) continue;
    let isNamed = named.get(county);
    if (!isNamed) {
      // Read only where something is missing: what all entries say costs a reading of them all.
      const gone = readGone(contentRoot, county);
      const said = saidOfEntries(contentRoot, county);
      isNamed = (one) => isGone(one, gone) || said.some((entry) => isOfEntry(one, entry));
      named.set(county, isNamed);
    }
    if (!isNamed(below)) lost.push({ path, county });
  }
  return lost;
}
