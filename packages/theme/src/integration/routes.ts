const page = (pattern: string, file: string) => ({
  pattern,
  entrypoint: new URL(`../routes/${file}`, import.meta.url),
});

/** Every address of a column, below its base. Entries come first: theirs are for ever (contract 2). */
export const ROUTES = [
  page('/[year]/[id]', 'entry.astro'),
  page('/[year]/[id]/rows/[page]', 'register-page.astro'),
  page('/[year]/[id]/[...file]', 'attachment.ts'),
  page('/data/[id].csv', 'register-csv.ts'),
  page('/data/[id].json', 'register-json.ts'),
  page('/', 'home.astro'),
  page('/domains/[domain]', 'domain.astro'),
  page('/domains/[domain]/_all/[...page]', 'domain-entries.astro'),
  page('/domains/[domain]/[item]/[...page]', 'item.astro'),
  page('/kinds/[kind]/[...page]', 'kind.astro'),
  page('/units', 'units.astro'),
  page('/units/[unit]', 'unit.astro'),
  page('/towns/[town]', 'town.astro'),
  page('/upper', 'upper.astro'),
  page('/catalogue', 'catalogue.astro'),
  page('/catalogue/units', 'catalogue-units.astro'),
  page('/disclosure', 'disclosure.astro'),
  page('/search', 'search.astro'),
  page('/404', '404.astro'),
];
