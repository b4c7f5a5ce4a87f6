import type { EntryOf } from '@columns/content';
import type { Dataset } from 'schema-dts';
import { unitName } from '../facts.ts';
import type { StructuredPage } from './index.ts';
import { named } from './organisation.ts';
import { original } from './original.ts';

/** A register with its files for machines. */
export function dataset(entry: EntryOf<'register'>, { column, at, url }: StructuredPage): Dataset {
  const { data, table } = entry;
  const columns = table?.columns ?? [];
  const file = (name: string, type: string) => ({
    '@type': 'DataDownload' as const,
    encodingFormat: type,
    contentUrl: at(`data/${entry.id}.${name}`),
  });
  return {
    '@type': 'Dataset',
    name: data.title,
    url,
    description: `${data.summary ?? data.title}。共 ${table?.rows ?? 0} 条，各列为${columns.join('、')}。`,
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    creator: named(unitName(column, data.unit) ?? column.county.name),
    spatialCoverage: { '@type': 'AdministrativeArea', name: column.county.name },
    variableMeasured: [...columns],
    distribution: [file('csv', 'text/csv'), file('json', 'application/json')],
    datePublished: data.published,
    ...original(data),
    ...(data.updated === undefined ? {} : { dateModified: data.updated }),
    ...(data.keywords === undefined ? {} : { keywords: data.keywords.join(',') }),
  };
}
