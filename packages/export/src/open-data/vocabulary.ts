import { type DataTheme, dataThemes, type PeriodLength } from '@columns/standard';
import { bareMediaType } from '../media-types.ts';

/** Lists of the EU's Publications Office, whose names DCAT-AP asks for. */
const EU = 'http://publications.europa.eu/resource/authority/';

export const ZH = `${EU}language/ZHO`;
export const THEMES = `${EU}data-theme`;
export const themeIri = (theme: DataTheme) => `${THEMES}/${theme}`;
export const SHA_256 = 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256';

const FREQUENCIES: Readonly<Record<PeriodLength, string>> = {
  month: 'MONTHLY',
  quarter: 'QUARTERLY',
  'half-year': 'ANNUAL_2',
  year: 'ANNUAL',
};

/** What is due by no calendar comes when there is something. */
export const frequencyIri = (every: PeriodLength | undefined) =>
  `${EU}frequency/${every === undefined ? 'IRREG' : FREQUENCIES[every]}`;

export type Format = 'csv' | 'json' | 'xlsx';

export const formatIri = (format: Format) => `${EU}file-type/${format.toUpperCase()}`;
export const mediaTypeIri = (format: Format) =>
  `https://www.iana.org/assignments/media-types/${bareMediaType(`.${format}`)}`;

/**
 * What each of these names is, said in the file itself: so whoever checks it need not fetch the lists.
 *
 * @param themes those that the catalogue uses
 */
export function namesUsed(
  themes: Iterable<DataTheme>,
  frequencies: Iterable<PeriodLength | undefined>,
): object[] {
  const formats: Format[] = ['csv', 'json', 'xlsx'];
  return [
    { '@id': ZH, '@type': 'dct:LinguisticSystem' },
    { '@id': SHA_256, '@type': 'spdx:ChecksumAlgorithm' },
    { '@id': THEMES, '@type': 'skos:ConceptScheme', title: '数据主题（欧盟）' },
    ...[...new Set(themes)].sort().map((theme) => ({
      ...{ '@id': themeIri(theme), '@type': 'skos:Concept', label: dataThemes[theme] },
      inScheme: THEMES,
    })),
    ...[...new Set([...frequencies].map(frequencyIri))]
      .sort()
      .map((id) => ({ '@id': id, '@type': 'dct:Frequency' })),
    ...formats.flatMap((format) => [
      { '@id': formatIri(format), '@type': 'dct:MediaTypeOrExtent' },
      { '@id': mediaTypeIri(format), '@type': 'dct:MediaType' },
    ]),
  ];
}
