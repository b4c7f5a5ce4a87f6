import type { GovernmentOrganization } from 'schema-dts';
import type { StructuredPage } from './index.ts';

/** The government whose column this is; on the home page. */
export function organisation({ column, url }: StructuredPage): GovernmentOrganization {
  const { name, title, marks, demo } = column.county;
  return {
    '@type': 'GovernmentOrganization',
    name: marks?.host ?? `${name}人民政府`,
    url,
    description: title,
    areaServed: { '@type': 'AdministrativeArea', name },
    ...(marks
      ? {
          identifier: {
            '@type': 'PropertyValue',
            propertyID: '网站标识码',
            value: marks.siteIdCode,
          },
        }
      : {}),
    ...(demo ? { disambiguatingDescription: '演示专栏，非政府官方网站' } : {}),
  };
}

/** A unit, or whoever else issued something, by name. */
export function named(name: string): GovernmentOrganization {
  return { '@type': 'GovernmentOrganization', name };
}
