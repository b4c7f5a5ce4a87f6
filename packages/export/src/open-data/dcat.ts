import type { ShownColumn } from '@columns/content';
import { isWholeDay } from '@columns/content';
import { CSVW_FILE } from './csvw.ts';
import type { DataSet, DataSets, Series } from './data-sets.ts';
import { dataTerms } from './terms.ts';
import {
  formatIri,
  frequencyIri,
  mediaTypeIri,
  namesUsed,
  SHA_256,
  THEMES,
  themeIri,
  ZH,
} from './vocabulary.ts';
import type { Weights } from './weights.ts';

const zh = (id: string) => ({ '@id': id, '@language': 'zh' });
const link = (id: string) => ({ '@id': id, '@type': '@id' });

/** The context stands in the file itself: a reader needs nothing from another host. */
const CONTEXT = {
  '@version': 1.1,
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: zh('dct:title'),
  description: zh('dct:description'),
  keyword: { ...zh('dcat:keyword'), '@container': '@set' },
  name: zh('foaf:name'),
  label: zh('skos:prefLabel'),
  inScheme: link('skos:inScheme'),
  identifier: 'dct:identifier',
  issued: { '@id': 'dct:issued' },
  modified: { '@id': 'dct:modified' },
  language: link('dct:language'),
  publisher: link('dct:publisher'),
  creator: link('dct:creator'),
  contactPoint: link('dcat:contactPoint'),
  fn: zh('vcard:fn'),
  telephone: link('vcard:hasTelephone'),
  email: link('vcard:hasEmail'),
  licence: link('dct:license'),
  spatial: link('dct:spatial'),
  temporal: 'dct:temporal',
  startDate: { '@id': 'dcat:startDate', '@type': 'xsd:date' },
  endDate: { '@id': 'dcat:endDate', '@type': 'xsd:date' },
  frequency: link('dct:accrualPeriodicity'),
  theme: { ...link('dcat:theme'), '@container': '@set' },
  themeTaxonomy: { ...link('dcat:themeTaxonomy'), '@container': '@set' },
  inSeries: { ...link('dcat:inSeries'), '@container': '@set' },
  homepage: 'foaf:homepage',
  dataset: { '@id': 'dcat:dataset', '@container': '@set' },
  distribution: { '@id': 'dcat:distribution', '@container': '@set' },
  accessURL: link('dcat:accessURL'),
  downloadURL: link('dcat:downloadURL'),
  landingPage: 'dcat:landingPage',
  mediaType: link('dcat:mediaType'),
  format: link('dct:format'),
  byteSize: { '@id': 'dcat:byteSize', '@type': 'xsd:nonNegativeInteger' },
  checksum: 'spdx:checksum',
  algorithm: link('spdx:algorithm'),
  checksumValue: { '@id': 'spdx:checksumValue', '@type': 'xsd:hexBinary' },
  conformsTo: 'dct:conformsTo',
};

/**
 * `data.json`: the column's data sets as DCAT 3 in JSON-LD, by the application profile DCAT-AP 3.0.1 (SEMIC;
 * DCAT 3 is a W3C Recommendation of 22 August 2024). Whatever it names stands in it with its type, so that it
 * can be judged without another file. Without the site's address its links are relative to the file.
 *
 * @param base the column's whole address, or nothing when it is not known
 */
export function dcatCatalogue(
  column: ShownColumn,
  { sets, series }: DataSets,
  weights: Weights,
  base = '',
): object {
  const { county, newest } = column;
  const terms = dataTerms(column);
  const ids = {
    publisher: `${base}#publisher`,
    contact: `${base}data/#contact`,
    licence: terms.licence?.address ?? `${base}data/#licence`,
    place: `${base}#place`,
    domains: `${base}#domains`,
  };
  const whole: Whole = { base, county: county.id, ids, licensed: terms.licence !== undefined };
  const domains = new Map(sets.flatMap(({ domain }) => (domain ? [[domain.id, domain]] : [])));
  const creators = new Map(sets.flatMap(({ creator }) => (creator ? [[creator.id, creator]] : [])));
  const { telephone = '', email } = terms.contact;
  return {
    '@context': CONTEXT,
    '@id': `${base}data.json`,
    '@type': 'dcat:Catalog',
    title: `${county.title}数据目录`,
    description: `${county.demo ? '演示数据，非政府官方数据。' : ''}${county.name}基层政务公开的名录清单、标准目录和台账。`,
    publisher: ids.publisher,
    homepage: page(base === '' ? './' : base),
    language: ZH,
    spatial: ids.place,
    themeTaxonomy: [THEMES, ids.domains],
    ...(whole.licensed ? { licence: ids.licence } : {}),
    ...(newest === undefined ? {} : { modified: typed(newest) }),
    dataset: sets.map((set) => setNode(set, whole, weights)),
    '@included': [
      { '@id': ids.publisher, '@type': 'foaf:Agent', name: terms.publisher },
      {
        ...{ '@id': ids.contact, '@type': ['vcard:Kind', 'vcard:Organization'] },
        fn: terms.contact.name,
        ...(telephone === ''
          ? {}
          : { telephone: telephone.split('、').map((number) => `tel:${number}`) }),
        ...(email === undefined ? {} : { email: `mailto:${email}` }),
      },
      ...(terms.licence
        ? [{ '@id': ids.licence, '@type': 'dct:LicenseDocument', title: terms.licence.name }]
        : []),
      { '@id': ids.place, '@type': 'dct:Location', label: county.name },
      { '@id': ids.domains, '@type': 'skos:ConceptScheme', title: column.structure.name },
      ...[...domains.values()].map(({ id, name }) => ({
        ...{ '@id': domainIri(base, id), '@type': 'skos:Concept', label: name },
        inScheme: ids.domains,
      })),
      ...[...creators.values()].map(({ id, name }) => ({
        ...{ '@id': unitIri(base, id), '@type': 'foaf:Agent', name },
      })),
      ...series.map((one) => seriesNode(one, whole)),
      ...namesUsed(
        sets.map(({ theme }) => theme),
        [...sets, ...series].map(({ every }) => every),
      ),
    ],
  };
}

interface Whole {
  readonly base: string;
  readonly county: string;
  readonly ids: Readonly<Record<'publisher' | 'contact' | 'licence' | 'place' | 'domains', string>>;
  readonly licensed: boolean;
}

const domainIri = (base: string, id: string) => `${base}domains/${id}/#domain`;
const unitIri = (base: string, id: string) => `${base}units/${id}/#unit`;
const page = (id: string) => ({ '@id': id, '@type': 'foaf:Document' });

function setNode(set: DataSet, { base, county, ids, licensed }: Whole, weights: Weights): object {
  const { id, title, issued, modified, domain, creator, year = '' } = set;
  return {
    '@id': `${base}data/#${id}`,
    '@type': 'dcat:Dataset',
    identifier: `${county}/${id}`,
    title,
    description: set.description,
    ...(set.keywords.length > 0 ? { keyword: set.keywords } : {}),
    publisher: ids.publisher,
    ...(creator ? { creator: unitIri(base, creator.id) } : {}),
    contactPoint: ids.contact,
    landingPage: page(base + set.page),
    language: ZH,
    spatial: ids.place,
    ...(/^\d{4}$/.test(year) ? { temporal: yearNode(year) } : {}),
    theme: [themeIri(set.theme), ...(domain ? [domainIri(base, domain.id)] : [])],
    frequency: frequencyIri(set.every),
    ...(set.series === undefined ? {} : { inSeries: [`${base}data/#${set.series}`] }),
    ...(issued === undefined ? {} : { issued: typed(issued) }),
    ...(modified === undefined ? {} : { modified: typed(modified) }),
    distribution: set.formats.map((format) => {
      const path = `${set.file}.${format}`;
      const weight = weights.of(path);
      return {
        '@id': base + path,
        '@type': 'dcat:Distribution',
        title: `${title}（${format.toUpperCase()}）`,
        accessURL: base + path,
        downloadURL: base + path,
        mediaType: mediaTypeIri(format),
        format: formatIri(format),
        ...(licensed ? { licence: ids.licence } : {}),
        ...(weight
          ? {
              byteSize: weight.bytes,
              checksum: {
                ...{ '@type': 'spdx:Checksum', algorithm: SHA_256 },
                checksumValue: weight.sha256,
              },
            }
          : {}),
        ...schemaOf(set, format, base),
      };
    }),
  };
}

/** Where the file's form is described. */
function schemaOf({ file }: DataSet, format: string, base: string): object {
  const whole = file.replace(/\/[^/]*$/, (end) => (/^\/(?:\d{4}|无日期)$/.test(end) ? '' : end));
  const folder = whole.slice(0, whole.lastIndexOf('/') + 1);
  const standard = (id: string) => ({
    conformsTo: { '@id': base + id, '@type': 'dct:Standard' },
  });
  if (format === 'csv') return standard(folder + CSVW_FILE);
  return format === 'json' ? standard(`${whole}.schema.json`) : {};
}

function seriesNode(
  { id, title, description, every }: Series,
  { base, ids }: Pick<Whole, 'base' | 'ids'>,
): object {
  return {
    ...{ '@id': `${base}data/#${id}`, '@type': 'dcat:DatasetSeries', title, description },
    ...{ publisher: ids.publisher, contactPoint: ids.contact, spatial: ids.place },
    frequency: frequencyIri(every),
  };
}

function yearNode(year: string): object {
  return {
    ...{ '@type': 'dct:PeriodOfTime', startDate: `${year}-01-01`, endDate: `${year}-12-31` },
  };
}

/** A date by how much of it is known, as DCAT asks for it. */
function typed(date: string): object {
  const type = date.length === 4 ? 'gYear' : isWholeDay(date) ? 'date' : 'gYearMonth';
  return { '@value': date, '@type': `xsd:${type}` };
}
