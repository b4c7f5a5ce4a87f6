import type { EntryOf } from '@columns/content';
import { dataTerms, registerDescription } from '@columns/export';
import { bareMediaType } from '@columns/export/media-types';
import type { Dataset } from 'schema-dts';
import { unitName } from '../facts.ts';
import type { StructuredPage } from './index.ts';
import { named } from './organisation.ts';
import { original } from './original.ts';

/** A register with its files for machines; the catalogue of data (`data.json`) says the same of it. */
export function dataset(entry: EntryOf<'register'>, { column, at, url }: StructuredPage): Dataset {
  const { data, table } = entry;
  const columns = table?.columns ?? [];
  const { licence, publisher, contact } = dataTerms(column);
  const file = (ending: string) => ({
    '@type': 'DataDownload' as const,
    encodingFormat: bareMediaType(`.${ending}`) as string,
    contentUrl: at(`data/${entry.id}.${ending}`),
  });
  return {
    '@type': 'Dataset',
    name: data.title,
    url,
    description: registerDescription(entry),
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    ...(licence
      ? { license: licence.address ?? { '@type': 'CreativeWork', name: licence.name } }
      : {}),
    publisher: {
      '@type': 'GovernmentOrganization',
      name: publisher,
      contactPoint: {
        '@type': 'ContactPoint',
        name: contact.name,
        ...(contact.telephone === undefined ? {} : { telephone: contact.telephone }),
        ...(contact.email === undefined ? {} : { email: contact.email }),
      },
    },
    creator: named(unitName(column, data.unit) ?? column.county.name),
    spatialCoverage: { '@type': 'AdministrativeArea', name: column.county.name },
    variableMeasured: [...columns],
    distribution: ['csv', 'json'].map(file),
    datePublished: data.published,
    ...original(data),
    ...(data.updated === undefined ? {} : { dateModified: data.updated }),
    ...(data.keywords === undefined ? {} : { keywords: data.keywords.join(',') }),
  };
}
