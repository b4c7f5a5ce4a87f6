import type { Replacement } from './catalogue/replacement.ts';
import { isCircular, standardReplacements } from './catalogue/replacement.ts';
import { INSTITUTION_SET } from './catalogue/template.ts';
import { StandardDataError } from './data-error.ts';
import type { Item } from './schema/item.ts';
import { itemRef } from './schema/item.ts';
import type { Join } from './schema/join.ts';
import type { Standard } from './standard.ts';
import { allItems } from './standard.ts';

/** What no single file can know: ids are unique and every reference leads somewhere. */
export function checkReferences(standard: Standard): void {
  const domains = new Set(standard.domains.map((domain) => domain.id));
  unique(
    'domains.yaml',
    'domains',
    standard.domains.map((domain) => domain.id),
  );
  unique(
    'deadlines.yaml',
    'deadlines',
    standard.deadlines.map((deadline) => deadline.id),
  );

  unique(
    'place-standards.yaml',
    'standards',
    standard.placeStandards.map(({ id }) => id),
  );

  const { sectors } = standard.institutions;
  unique(
    'institutions.yaml',
    'sectors',
    sectors.map((sector) => sector.id),
  );
  for (const { id, items } of sectors) {
    unique(
      'institutions.yaml',
      `${id}.items`,
      items.map((item) => item.id),
    );
  }

  checkForms(standard);
  checkJoins(standard);
  checkPairs(standard);
  for (const { id, replaced } of standard.domains) {
    if (replaced) known('domains.yaml', `${id}.replaced.by`, replaced.by, domains);
  }
  for (const structure of standard.structures) {
    const file = `structures/${structure.id}.yaml`;
    const ids = structure.domains.map((domain) => domain.id);
    unique(file, 'domains', ids);
    for (const id of ids) known(file, 'domains', id, domains);
  }
  const files = new Set(standard.catalogue.map((file) => file.domain));
  const listed = standard.structures.flatMap((structure) => structure.domains.map(({ id }) => id));
  // A topic that no structure has may be without: whoever names it says what it asks for.
  for (const id of listed) known('domains.yaml', 'domains', id, files, 'it has no catalogue file');
  for (const id of files) known(`catalogue/${id}.yaml`, 'domain', id, domains);

  const sets = [...standard.sets.map(({ id }) => id), INSTITUTION_SET.id];
  for (const id of sets) {
    if (domains.has(id))
      throw new StandardDataError(`sets/${id}.yaml`, 'id', id, 'a domain has this id');
  }
  const groups = new Set([...domains, ...sets]);
  const formNames = new Set(standard.forms.map(({ name }) => name));
  const items = allItems(standard);
  const refs = new Set(items.map(itemRef));
  unique('catalogue', 'items', items.map(itemRef));
  for (const item of items) {
    const file = fileOf(item, standard);
    if (item.domain !== null) known(file, `${item.id}.domain`, item.domain, groups);
    if (item.as !== undefined) known(file, `${item.id}.as`, item.as, formNames);
    for (const id of item['filled-by']?.domains ?? [])
      known(file, `${item.id}.filled-by.domains`, id, domains);
    for (const ref of item['filled-by']?.items ?? [])
      known(file, `${item.id}.filled-by.items`, ref, refs);
    for (const name of item['filled-by']?.forms ?? [])
      known(file, `${item.id}.filled-by.forms`, name, formNames);
    if (item.replaced) known(file, `${item.id}.replaced.by`, item.replaced.by, refs);
  }
  for (const { name, items: own } of standard.five.parts) {
    for (const ref of own) known('five.yaml', `${name}.items`, ref, refs);
  }
  for (const { domain, variants } of standard.variants) {
    for (const { item } of variants) {
      if (item !== undefined) known(`variants/${domain}.yaml`, 'variants', item, refs);
    }
  }
  noCircle('domains.yaml', standardReplacements(standard.domains.map((each) => [each.id, each])));
  noCircle('catalogue', standardReplacements(items.map((item) => [itemRef(item), item])));
}

function fileOf(item: Item, standard: Standard): string {
  if (standard.township.items.includes(item)) return 'township/example.yaml';
  const set = standard.sets.some(({ id }) => id === item.domain);
  return `${set ? 'sets' : 'catalogue'}/${item.domain}.yaml`;
}

/** What a form says of its columns is said of columns that it has. */
function checkForms({ forms }: Standard): void {
  const file = 'register-forms.yaml';
  unique(
    file,
    'forms',
    forms.flatMap(({ id, name }) => [id, name]),
  );
  for (const { id, columns, totals, balance, trend, picture } of forms) {
    const names = columns.map(({ name }) => name);
    unique(file, `${id}.columns`, names);
    const told = [totals?.label, totals?.group];
    const compared = [...(trend?.figures ?? []), trend?.by, trend?.measure];
    const drawn = picture
      ? [...picture.amount, ...picture.by, picture.group, picture.before, picture.planned]
      : [];
    for (const name of [...told, ...compared, ...drawn]) {
      if (name !== undefined) known(file, `${id}.columns`, name, new Set(names));
    }
    const groups = columns.find(({ name }) => name === totals?.group)?.values;
    for (const group of Object.values(balance ?? {}))
      known(file, `${id}.balance`, group, new Set(groups));
    for (const { name, type, values } of columns) {
      if ((type === 'choice') === (values !== undefined)) continue;
      throw new StandardDataError(
        file,
        `${id}.columns`,
        name,
        'choices, and only they, have values',
      );
    }
    if (picture?.residents !== undefined)
      known(file, `${id}.picture`, picture.residents, new Set(groups));
  }
}

/** What a join says of forms is said of forms and columns that are there. Kinds are known to `content` alone. */
function checkJoins({ forms, joins }: Standard): void {
  const file = 'joins.yaml';
  const columns = columnsOf(forms);
  unique(
    file,
    'joins',
    joins.map(({ id }) => id),
  );
  for (const { id, carriers, home, lacks } of joins) {
    const names = carriers.map(carrierName);
    for (const { form, column } of carriers) {
      if (form === undefined || column === undefined) continue;
      known(file, `${id}.carriers`, form, new Set(columns.keys()));
      known(file, `${id}.carriers`, column, columns.get(form) ?? new Set());
    }
    const told = [home, ...lacks.flatMap(({ of, needs }) => [of, needs])];
    for (const name of told) if (name !== undefined) known(file, id, name, new Set(names));
  }
}

/** By what a carrier is named in its join: its form, kind or list. */
function carrierName({ form, kind, list }: Join['carriers'][number]): string {
  return form ?? kind ?? list ?? '';
}

function columnsOf(forms: Standard['forms']): Map<string, ReadonlySet<string>> {
  return new Map(forms.map(({ id, columns }) => [id, new Set(columns.map(({ name }) => name))]));
}

function checkPairs({ forms, joins, pairs, deadlines }: Standard): void {
  const file = 'pairs.yaml';
  const columns = columnsOf(forms);
  const joinIds = new Set(joins.map(({ id }) => id));
  const deadlineIds = new Set(deadlines.map(({ id }) => id));
  unique(
    file,
    'pairs',
    pairs.map(({ id }) => id),
  );
  for (const { id, first, next, by, within } of pairs) {
    if (typeof within === 'string') known(file, `${id}.within`, within, deadlineIds);
    for (const half of [first, next]) {
      for (const form of half.forms ?? []) {
        known(file, `${id}.forms`, form, new Set(columns.keys()));
        if (!half.rows) continue;
        for (const name of Object.keys(half.where ?? {}))
          known(file, `${id}.where`, name, columns.get(form) ?? new Set());
      }
    }
    for (const way of by) {
      const [sort, join] = way.split(':');
      if (sort === 'join') known(file, `${id}.by`, join ?? '', joinIds);
    }
  }
}

function noCircle(file: string, replacements: Replacement[]): void {
  const found = replacements.find(({ old }) => isCircular(replacements, old));
  if (found) throw new StandardDataError(file, 'replaced', found, 'replacements form a circle');
}

function unique(file: string, path: string, ids: string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new StandardDataError(file, path, twice, 'the id is used twice');
}

function known(
  file: string,
  path: string,
  id: string,
  ids: ReadonlySet<string>,
  why = 'there is nothing with this id',
): void {
  if (!ids.has(id)) throw new StandardDataError(file, path, id, why);
}
