import type { EntryOf } from '@columns/content';
import type { GovernmentService } from 'schema-dts';
import { unitName } from '../facts.ts';
import type { StructuredPage } from './index.ts';
import { named } from './organisation.ts';

/** A guide: what may be had from which office, where and by whom. */
export function service(
  entry: EntryOf<'guide'>,
  { column, url }: StructuredPage,
): GovernmentService {
  const { data } = entry;
  const { name } = column.county;
  return {
    '@type': 'GovernmentService',
    name: data.title,
    url,
    serviceType: '政务服务',
    provider: named(unitName(column, data.unit) ?? `${name}人民政府`),
    areaServed: { '@type': 'AdministrativeArea', name },
    audience: { '@type': 'Audience', audienceType: data.who },
    serviceOutput: { '@type': 'Thing', name: data.result },
    availableChannel: {
      '@type': 'ServiceChannel',
      servicePhone: { '@type': 'ContactPoint', telephone: data.telephone },
      ...(data.online === undefined ? {} : { serviceUrl: data.online }),
      ...(data.place === undefined
        ? {}
        : { serviceLocation: { '@type': 'Place', name: data.place } }),
    },
    ...(data.code === undefined ? {} : { identifier: data.code }),
    ...(data.summary === undefined ? {} : { description: data.summary }),
    ...(data.fee.charged === '不收费'
      ? { offers: { '@type': 'Offer', price: 0, priceCurrency: 'CNY' } }
      : {}),
  };
}
