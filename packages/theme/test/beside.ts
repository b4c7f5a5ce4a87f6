import { BESIDE } from '@columns/export';
import { deadLinks } from '@columns/testkit/site';

/** Dead links but those to what other tasks put beside the pages: `real-site.full` looks at them all. */
export function deadPages(sites: Parameters<typeof deadLinks>[0]): string[] {
  const {
    coverage,
    bulletins,
    assessment,
    data,
    ledger,
    dutiesOf,
    historyOf,
    tableOf,
    workbookOf,
  } = BESIDE;
  const id = '[a-z0-9-]+';
  const beside = [
    coverage,
    bulletins,
    assessment,
    data,
    ledger,
    dutiesOf(id),
    historyOf(id),
    tableOf(id, 'csv'),
    tableOf(id, 'xlsx'),
    workbookOf(id),
    `\\d{4}/${id}\\.(?:json|md)`,
  ];
  const made = new RegExp(`“(?:https?://[^/]+)?/[a-z]+/(?:${beside.join('|')})”`);
  return deadLinks(sites).filter((line) => !made.test(line));
}
