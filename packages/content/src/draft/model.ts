import { countySchema } from '../county.ts';
import type { KindId } from '../kinds/index.ts';
import { placesAbove } from '../read/catalogue.ts';
import { readYamlFile } from '../read/county-files.ts';
import { readHead, splitFrontMatter } from '../read/front-matter.ts';
import { readYaml } from '../read/yaml.ts';
import { isOpen, type Openness } from '../shown.ts';

/** A file of the county that is the model, by its path below `content/`. */
export interface ModelFile {
  readonly path: string;
  readonly text: string;
}

/** How the model county wrote an item. */
export interface ModelEntry extends ModelFile {
  readonly title: string;
  readonly kind: string;
  /** Front matter by written names. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** The county that another names as its model (`model` of its `county.yaml`), or the nearest level above that names one. */
export function modelOf(contentRoot: string, county: string): string | undefined {
  const above = placesAbove(contentRoot, county).map(({ id }) => id);
  for (const place of [county, ...above.reverse()]) {
    const file = `${place}/county.yaml`;
    const model = readYamlFile(contentRoot, file, countySchema, [])?.value.model;
    if (model !== undefined) return model === county ? undefined : model;
  }
  return undefined;
}

/** The name that a `county.yaml` gives. */
export function nameIn(countyFile: string): string | undefined {
  const { value } = readYaml(countyFile, 1);
  const name = (value as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : undefined;
}

/**
 * The entry that shows how an item is written, of all that the model county has of it: the newest of the kind, where
 * it has one, else the newest. What is withdrawn, not open, cannot be read or says that there is nothing shows nothing.
 */
export function modelEntry(files: readonly ModelFile[], kind: KindId): ModelEntry | undefined {
  const own = files
    .flatMap(readModel)
    .filter((entry) => entry.kind !== 'statement')
    .sort((a, b) => (String(a.fields['published']) < String(b.fields['published']) ? 1 : -1));
  return own.find((entry) => entry.kind === kind) ?? own[0];
}

function readModel({ path, text }: ModelFile): ModelEntry[] {
  const split = splitFrontMatter(text);
  const read = split && readHead(split).yaml.value;
  if (!split || typeof read !== 'object' || read === null || !('attribute' in read)) return [];
  const fields = read as Record<string, unknown>;
  const { title, kind } = fields;
  if (typeof title !== 'string' || typeof kind !== 'string') return [];
  if (!isOpen({ data: fields as unknown as Openness })) return [];
  return [{ path, text, title, kind, fields, body: split.body.trim() }];
}
