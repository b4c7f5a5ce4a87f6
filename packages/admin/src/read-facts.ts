import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isCatalogueFile, placesAbove, readCounty } from '@columns/content';
import { loadStandard } from '@columns/standard';
import type { EditorFacts, ItemFacts } from './config/facts.ts';

/** The lists and settings of a county that the editor knows. */
const OWN = [
  'county.yaml',
  'departments.yaml',
  'towns.yaml',
  'institutions.yaml',
  'catalogue.yaml',
] as const;

/** What of a level above its catalogue is inherited by. */
const INHERITED = ['county.yaml', 'catalogue.yaml'] as const;

/**
 * The files that an editor knows a county by, as paths below `content/`: its own lists, and of the levels
 * above what it inherits.
 */
export function countyWideFiles(contentRoot: string, county: string): string[] {
  const places = [county, ...placesAbove(contentRoot, county).map(({ id }) => id)];
  return places.flatMap((place, index) => {
    const lists = join(contentRoot, place, '_catalogue');
    const catalogues = existsSync(lists)
      ? readdirSync(lists).map((name) => `_catalogue/${name}`)
      : [];
    return [...(index === 0 ? OWN : INHERITED), ...catalogues.filter(isCatalogueFile)]
      .map((name) => `${place}/${name}`)
      .filter((path) => existsSync(join(contentRoot, path)));
  });
}

/** A county's editor cannot be made; the message is Chinese. */
export class FactsError extends Error {}

/**
 * What the editor knows of a county. Only its county-wide files are read, in a folder of their own, by
 * the very reader that the build uses. @throws FactsError
 */
export function readFacts(contentRoot: string, county: string): EditorFacts {
  const root = mkdtempSync(join(tmpdir(), 'columns-admin-'));
  try {
    for (const path of countyWideFiles(contentRoot, county)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      copyFileSync(join(contentRoot, path), join(root, path));
    }
    const standard = loadStandard();
    const content = readCounty(root, county, standard);
    if (!content.county)
      throw new FactsError(`content/${county}/county.yaml 不能读取：先运行 columns check。\n`);
    const named = ({ id, name }: { id: string; name: string }) => ({ label: name, value: id });
    return {
      county,
      name: content.county.name,
      demo: content.county.demo,
      base: content.county.base,
      domains: content.catalogue.map(({ id, name, items }) => ({
        id,
        name,
        items: toldApart(
          items.map(({ id: item, level1, level2, elements = [] }) => ({
            id: item,
            name: level2 ?? level1,
            ...(level2 === undefined ? {} : { above: level1 }),
            elements,
          })),
        ),
      })),
      units: [...content.departments, ...content.institutions].map(named),
      towns: content.towns.map(named),
      forms: standard.forms.map(({ id, name, columns }) => ({
        id,
        name,
        columns: columns.map((column) => column.name),
      })),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** As much of an element as tells two items of one name apart. */
const LONGEST = 18;

/** Items of the same names are known by what they ask for: 办事指南…, 结果信息…. */
function toldApart(items: readonly ItemFacts[]): ItemFacts[] {
  const names = ({ above = '', name }: ItemFacts) => `${above}\n${name}`;
  return items.map((item) => {
    const [element] = item.elements;
    const alike = items.filter((each) => names(each) === names(item)).length > 1;
    if (!alike || element === undefined) return item;
    const cut = element.length > LONGEST ? `${element.slice(0, LONGEST)}……` : element;
    return { ...item, name: `${item.name}（${cut}）` };
  });
}
