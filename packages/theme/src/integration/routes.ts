import type { County } from '@columns/content';

const page = (pattern: string, file: string) => ({
  pattern,
  entrypoint: new URL(`../routes/${file}`, import.meta.url),
});

/** Every address of a column, below its base. Entries come first: theirs are for ever (contract 2). */
const ROUTES = [
  page('/[year]/[id]', 'entry.astro'),
  page('/[year]/[id]/sheet', 'guide-sheet.astro'),
  page('/[year]/[id]/rows/[page]', 'register-page.astro'),
  page('/[year]/[id]/[...file]', 'attachment.ts'),
  page('/data/[id].csv', 'register-csv.ts'),
  page('/data/[id].json', 'register-json.ts'),
  page('/', 'home.astro'),
  page('/domains/[domain]', 'domain.astro'),
  page('/domains/[domain]/_all/[...page]', 'domain-entries.astro'),
  page('/domains/[domain]/[item]/[...page]', 'item.astro'),
  page('/kinds/[kind]/[...page]', 'kind.astro'),
  page('/for', 'for.astro'),
  page('/for/[group]/[...page]', 'for-group.astro'),
  page('/questions/[...page]', 'questions.astro'),
  page('/data/questions.json', 'questions-json.ts'),
  page('/doors', 'doors.astro'),
  page('/library/clean-up', 'library-clean-up.astro'),
  page('/library/[...page]', 'library.astro'),
  page('/units', 'units.astro'),
  page('/units/[unit]', 'unit.astro'),
  page('/towns/[town]', 'town.astro'),
  page('/towns/[town]/[group]', 'town-group.astro'),
  page('/villages', 'villages.astro'),
  page('/villages/[village]', 'village.astro'),
  page('/villages/[village]/board', 'village-board.astro'),
  page('/lists', 'lists.astro'),
  page('/projects', 'projects.astro'),
  page('/tasks', 'tasks.astro'),
  page('/tasks/[ledger]/units', 'task-units.astro'),
  page('/tasks/[ledger]/deadlines', 'task-deadlines.astro'),
  page('/upper', 'upper.astro'),
  page('/openness', 'openness.astro'),
  page('/media', 'media.astro'),
  page('/catalogue', 'catalogue.astro'),
  page('/catalogue/units', 'catalogue-units.astro'),
  page('/periodic', 'periodic.astro'),
  page('/disclosure', 'disclosure.astro'),
  page('/disclosure/five', 'five-open.astro'),
  page('/search', 'search.astro'),
  page('/application', 'application.astro'),
  page('/application/form', 'application-form.astro'),
  page('/application/texts', 'application-texts.astro'),
  page('/gazette', 'gazette.astro'),
  page('/reports', 'reports.astro'),
  page('/guides', 'guides.astro'),
  page('/guides/booklet', 'guide-booklet.astro'),
  page('/guides/booklet/[of]', 'guide-booklet-of.astro'),
  page('/guides/pages.css', 'guide-booklet-pages.ts'),
  page('/map', 'map.astro'),
  page('/open-days', 'open-days.astro'),
  page('/institutions', 'institutions.astro'),
  page('/institutions/[institution]', 'institution.astro'),
  page('/kiosk', 'kiosk.astro'),
  page('/kiosk/[part]', 'kiosk-part.astro'),
  page('/feeds', 'feeds.astro'),
  page('/[...list]/feed.xml', 'feed.ts'),
  page('/access', 'access.astro'),
  page('/early.js', 'early.ts'),
  page('/alerts.js', 'alerts.ts'),
  page('/404', '404.astro'),
];

/** The portal of an upper level over its counties; a county has none. */
const PORTAL_ROUTES = [
  page('/counties', 'counties.astro'),
  page('/counties/domains', 'county-domains.astro'),
  page('/counties/domains/[domain]', 'county-domain.astro'),
  page('/counties/search', 'county-search.astro'),
  page('/coverage/counties', 'county-coverage.astro'),
  page('/tasks/[ledger]/counties', 'task-counties.astro'),
];

export function routesOf({ level }: County): typeof ROUTES {
  return level === 'county' ? ROUTES : [...ROUTES, ...PORTAL_ROUTES];
}
