import type { EntryOf } from '@columns/content';
import { addressOf } from '@columns/content';
import type { Legislation } from 'schema-dts';
import { findEntry, getRelations } from '../column.ts';
import type { StructuredPage } from './index.ts';
import { named } from './organisation.ts';
import { original } from './original.ts';

/** A document is in force until it says that it is not; a changed one still is. */
const FORCE = {
  有效: 'InForce',
  已修改: 'InForce',
  废止: 'NotInForce',
  失效: 'NotInForce',
} as const;

/** A policy document. */
export function legislation(
  entry: EntryOf<'policy'>,
  { column, at, url }: StructuredPage,
): Legislation {
  const { data } = entry;
  const { validity } = data;
  const { ends: ended = [] } = getRelations(entry.id);
  const documents = ended.flatMap(({ id, title }) => {
    const document = findEntry(id);
    return document ? [{ document, title }] : [];
  });
  const those = (changed: boolean) =>
    documents
      .filter(({ document }) => (document.data.validity?.state === '已修改') === changed)
      .map(({ document, title }) => ({
        '@type': 'Legislation' as const,
        name: title,
        url: at(addressOf(document)),
      }));
  const [repeals, changes] = [those(false), those(true)];
  return {
    '@type': 'Legislation',
    name: data.title,
    url,
    inLanguage: 'zh-CN',
    legislationType: data.normative ? '行政规范性文件' : '政策文件',
    legislationPassedBy: named(data.issuer),
    legislationJurisdiction: { '@type': 'AdministrativeArea', name: column.county.name },
    datePublished: data.published,
    ...original(data),
    ...(data.docNumber === undefined ? {} : { legislationIdentifier: data.docNumber }),
    ...(data.formed === undefined ? {} : { legislationDate: data.formed }),
    ...(validity === undefined
      ? {}
      : { legislationLegalForce: `https://schema.org/${FORCE[validity.state]}` as const }),
    ...(validity?.until === undefined || validity.state === '已修改'
      ? {}
      : { expires: validity.until }),
    ...(data.summary === undefined ? {} : { abstract: data.summary }),
    ...(data.keywords === undefined ? {} : { keywords: data.keywords.join(',') }),
    ...(repeals.length === 0 ? {} : { legislationRepeals: repeals }),
    ...(changes.length === 0 ? {} : { legislationChanges: changes }),
  };
}
