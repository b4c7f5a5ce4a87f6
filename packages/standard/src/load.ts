import { join } from 'node:path';
import { INSTITUTION_SET } from './catalogue/template.ts';
import { checkReferences } from './check-references.ts';
import { StandardDataError } from './data-error.ts';
import { dataFiles, readDataFile } from './read-file.ts';
import { remembered } from './remember.ts';
import { applicationFileSchema } from './schema/application.ts';
import { domainsFileSchema } from './schema/domain.ts';
import { fiveFileSchema } from './schema/five.ts';
import { institutionsFileSchema } from './schema/institution.ts';
import type { Item } from './schema/item.ts';
import { catalogueFileSchema, setFileSchema, townshipFileSchema } from './schema/item.ts';
import { joinsFileSchema } from './schema/join.ts';
import { deadlinesFileSchema } from './schema/legal-deadline.ts';
import { pairsFileSchema } from './schema/pair.ts';
import { placeStandardsFileSchema } from './schema/place-standard.ts';
import { registerFormsFileSchema } from './schema/register-form.ts';
import { statuteFileSchema } from './schema/statute.ts';
import { structureSchema } from './schema/structure.ts';
import { variantsFileSchema } from './schema/variant.ts';
import type { CatalogueSet, DomainCatalogue, Standard } from './standard.ts';

let cached: Standard | undefined;

/**
 * The standard from this package's data folder: read and checked once, kept for later processes while no
 * file changes, then frozen and shared.
 * Throws `StandardDataError` that names file, path and value when a data file is broken.
 */
export function loadStandard(): Standard {
  cached ??= deepFreeze(remembered(join(import.meta.dirname, '../data'), readStandard));
  return cached;
}

/** The same from another folder of the same shape, neither cached nor frozen. */
export function readStandard(dir: string): Standard {
  const { domains } = readDataFile(dir, 'domains.yaml', domainsFileSchema);
  const standard: Standard = {
    domains,
    structures: dataFiles(dir, 'structures').map((file) => {
      const structure = readDataFile(dir, file, structureSchema);
      sameName(file, 'id', structure.id);
      return structure;
    }),
    catalogue: readCatalogue(
      dir,
      domains.map((domain) => domain.id),
    ),
    sets: dataFiles(dir, 'sets').map((file) => readSet(dir, file)),
    township: readTownship(dir),
    statute: readDataFile(dir, 'statute.yaml', statuteFileSchema),
    five: readDataFile(dir, 'five.yaml', fiveFileSchema),
    application: readDataFile(dir, 'application.yaml', applicationFileSchema),
    variants: dataFiles(dir, 'variants').map((file) => {
      const read = readDataFile(dir, file, variantsFileSchema);
      sameName(file, 'domain', read.domain);
      return read;
    }),
    deadlines: readDataFile(dir, 'deadlines.yaml', deadlinesFileSchema).deadlines,
    forms: readDataFile(dir, 'register-forms.yaml', registerFormsFileSchema).forms,
    joins: readDataFile(dir, 'joins.yaml', joinsFileSchema).joins,
    pairs: readDataFile(dir, 'pairs.yaml', pairsFileSchema).pairs,
    institutions: readInstitutions(dir),
    placeStandards: readDataFile(dir, 'place-standards.yaml', placeStandardsFileSchema).standards,
  };
  checkReferences(standard);
  return standard;
}

function readCatalogue(dir: string, order: string[]): DomainCatalogue[] {
  const files = dataFiles(dir, 'catalogue').map((file): DomainCatalogue => {
    const { items, ...known } = readDataFile(dir, file, catalogueFileSchema);
    const { domain } = known;
    sameName(file, 'domain', domain);
    return {
      ...known,
      items: items.map((row) => ({ ...row, domain, origin: 'standard' })),
    };
  });
  return files.sort((a, b) => order.indexOf(a.domain) - order.indexOf(b.domain));
}

function readSet(dir: string, file: string): CatalogueSet {
  const set = readDataFile(dir, file, setFileSchema);
  sameName(file, 'id', set.id);
  const items = set.items.map((row): Item => ({ ...row, domain: set.id, origin: 'standard' }));
  return { ...set, items };
}

/** 一级事项 of what institutions disclose: what their trade's rule asks, and what every trade's does. */
const OWN = '行业内容';
const COMMON = '共性内容';

function readInstitutions(dir: string): Standard['institutions'] {
  const { source, common, sectors } = readDataFile(
    dir,
    'institutions.yaml',
    institutionsFileSchema,
  );
  return {
    source,
    sectors: sectors.map(({ items, ...sector }) => {
      const own = new Set(items.map(({ id }) => id));
      const rows = [...items, ...common.filter(({ id }) => !own.has(id))];
      return {
        ...sector,
        items: rows.map(
          ({ id, name, elements }): Item => ({
            ...{ id, level1: own.has(id) ? OWN : COMMON, level2: name },
            ...(elements ? { elements } : {}),
            ...{ domain: INSTITUTION_SET.id, origin: 'standard' },
            ...{ confirmed: sector.verified && own.has(id), binds: ['institution'] },
          }),
        ),
      };
    }),
  };
}

function readTownship(dir: string): Standard['township'] {
  const { sources, items, ...head } = readDataFile(
    dir,
    'township/example.yaml',
    townshipFileSchema,
  );
  return { ...head, items: items.map((row) => ({ sources, ...row, origin: 'standard' })) };
}

/** A file is found by its name, so the id inside must be the same. */
function sameName(file: string, path: string, id: string): void {
  if (file.endsWith(`/${id}.yaml`)) return;
  throw new StandardDataError(file, path, id, 'it must be the same as the file name');
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
