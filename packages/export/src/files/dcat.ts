import type { ShownColumn } from '@columns/content';
import { isOpen, isWholeDay } from '@columns/content';
import { bareMediaType } from '../media-types.ts';
import type { ColumnTable } from '../tables/column-table.ts';
import { TABLES } from './table-files.ts';

/** The context stands in the file itself: a reader needs nothing from another host. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: { '@id': 'dct:title', '@language': 'zh' },
  description: { '@id': 'dct:description', '@language': 'zh' },
  keyword: { '@id': 'dcat:keyword', '@language': 'zh', '@container': '@set' },
  name: { '@id': 'foaf:name', '@language': 'zh' },
  identifier: 'dct:identifier',
  issued: { '@id': 'dct:issued' },
  modified: { '@id': 'dct:modified' },
  language: { '@id': 'dct:language', '@type': '@id' },
  publisher: 'dct:publisher',
  homepage: { '@id': 'foaf:homepage', '@type': '@id' },
  dataset: { '@id': 'dcat:dataset', '@container': '@set' },
  distribution: { '@id': 'dcat:distribution', '@container': '@set' },
  accessURL: { '@id': 'dcat:accessURL', '@type': '@id' },
  downloadURL: { '@id': 'dcat:downloadURL', '@type': '@id' },
  landingPage: { '@id': 'dcat:landingPage', '@type': '@id' },
  mediaType: { '@id': 'dcat:mediaType', '@type': '@id' },
  conformsTo: { '@id': 'dct:conformsTo', '@type': '@id' },
};

interface Dataset {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly page: string;
  readonly modified: string | undefined;
  readonly issued?: string;
  readonly keywords: readonly string[];
  /** Addresses below the column's base, without their ending. */
  readonly file: string;
  readonly schema?: string;
}

/**
 * `data.json`: the column's data sets as DCAT 2 in JSON-LD (W3C Recommendation of 4 February 2020; it
 * keeps the shapes of DCAT-AP 2.1.1). Without the site's address its links are relative to the file.
 *
 * @param base the column's whole address, or nothing when it is not known
 */
export function dcatCatalogue(
  column: ShownColumn,
  tables: readonly Pick<ColumnTable, 'name' | 'title' | 'description'>[],
  base = '',
): object {
  const { county, newest } = column;
  const publisher = {
    '@id': `${base}#publisher`,
    '@type': 'foaf:Agent',
    name: publisherOf(column),
  };
  const sets = [...tables.map((table) => tableSet(table, newest)), ...registerSets(column)];
  return {
    '@context': CONTEXT,
    '@id': `${base}data.json`,
    '@type': 'dcat:Catalog',
    title: `${county.title}数据目录`,
    description: `${county.demo ? '演示数据，非政府官方数据。' : ''}${county.name}基层政务公开的名录清单、标准目录和台账。`,
    publisher,
    homepage: base === '' ? './' : base,
    language: ZH,
    ...(newest === undefined ? {} : { modified: typed(newest) }),
    dataset: sets.map((set) => ({
      '@id': `${base}data/#${set.id}`,
      '@type': 'dcat:Dataset',
      identifier: `${county.id}/${set.id}`,
      title: set.title,
      description: set.description,
      keyword: [county.name, ...set.keywords],
      publisher: { '@id': publisher['@id'] },
      landingPage: base + set.page,
      language: ZH,
      ...(set.issued === undefined ? {} : { issued: typed(set.issued) }),
      ...(set.modified === undefined ? {} : { modified: typed(set.modified) }),
      distribution: ['csv', 'json', 'xlsx'].map((format) => ({
        '@id': `${base}${set.file}.${format}`,
        '@type': 'dcat:Distribution',
        title: `${set.title}（${format.toUpperCase()}）`,
        accessURL: `${base}${set.file}.${format}`,
        downloadURL: `${base}${set.file}.${format}`,
        mediaType: `https://www.iana.org/assignments/media-types/${bareMediaType(`.${format}`)}`,
        ...(format === 'json' && set.schema !== undefined ? { conformsTo: base + set.schema } : {}),
      })),
    })),
  };
}

/** A date by how much of it is known, as DCAT 2 asks for it. */
function typed(date: string): object {
  const type = date.length === 4 ? 'gYear' : isWholeDay(date) ? 'date' : 'gYearMonth';
  return { '@value': date, '@type': `xsd:${type}` };
}

const ZH = 'http://publications.europa.eu/resource/authority/language/ZHO';

function publisherOf({ county }: ShownColumn): string {
  return county.marks?.host ?? (county.demo ? `${county.name}（演示）` : county.name);
}

function tableSet(
  { name, title, description }: Pick<ColumnTable, 'name' | 'title' | 'description'>,
  newest: string | undefined,
): Dataset {
  const file = `${TABLES}${name}`;
  return {
    ...{ id: name, title, description, file, page: 'data/', modified: newest, keywords: [] },
    schema: `${file}.schema.json`,
  };
}

function registerSets({ entries }: ShownColumn): Dataset[] {
  return entries
    .filter((entry) => entry.table !== undefined && isOpen(entry))
    .map((entry) => ({
      id: entry.id,
      title: entry.data.title,
      description: entry.data.summary ?? `${entry.data.title}，共 ${entry.table?.rows ?? 0} 行。`,
      page: `${entry.year}/${entry.id}/`,
      issued: entry.data.published,
      modified: entry.data.published,
      keywords: entry.data.keywords ?? [],
      file: `data/${entry.id}`,
      schema: `data/${entry.id}.schema.json`,
    }));
}
