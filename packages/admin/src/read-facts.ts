import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCounty } from '@columns/content';
import { loadStandard } from '@columns/standard';
import type { EditorFacts, ItemFacts } from './config/facts.ts';

export const COUNTY_FILES = [
  'county.yaml',
  'departments.yaml',
  'towns.yaml',
  'institutions.yaml',
  'catalogue.yaml',
];

/** A county's editor cannot be made; the message is Chinese. */
export class FactsError extends Error {}

/**
 * What the editor knows of a county. Only its county-wide files are read, in a folder of their own, by
 * the very reader that the build uses. @throws FactsError
 */
export function readFacts(contentRoot: string, county: string): EditorFacts {
  const root = mkdtempSync(join(tmpdir(), 'columns-admin-'));
  try {
    mkdirSync(join(root, county));
    for (const name of COUNTY_FILES) {
      const file = join(contentRoot, county, name);
      if (existsSync(file)) copyFileSync(file, join(root, county, name));
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
