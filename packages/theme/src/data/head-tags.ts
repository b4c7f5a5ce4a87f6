import type { Column, Entry } from '@columns/content';
import { isKind, isWholeDay, kindName } from '@columns/content';
import { unitName } from './facts.ts';

/** A `meta` tag by the names of 《政府网站发展指引》 (国办发〔2017〕47号). */
export interface HeadTag {
  readonly name: string;
  readonly content: string;
}

export interface TaggedPage {
  readonly title: string;
  readonly description: string;
  /** Origin of the published site, if it is known. */
  readonly site: URL | undefined;
  /** Whole address of the page, if it is known. */
  readonly url: string | undefined;
  readonly home: boolean;
  /** The first step of the way to the page: which part of the column it belongs to. */
  readonly part: string;
  /** What the page is the page of, where it is an article. */
  readonly entry: Entry | undefined;
}

/** Ten digits that no site has: in a demonstration the mark is a placeholder that can be seen. */
const NO_SITE_ID_CODE = '0000000000';

/**
 * The tags a page of its sort must have, each once and none of them empty: the site's on every
 * page, the column's on all but the home page, the article's on the page of an entry.
 * `SiteDomain` and `Url` are left out while the site's address is not known (`SITE`).
 */
export function headTags(column: Column, page: TaggedPage): HeadTag[] {
  const { county } = column;
  const { entry, home } = page;
  const rows: [string, string | undefined][] = [
    ['SiteName', county.title],
    ['SiteDomain', page.site?.hostname],
    ['SiteIDCode', county.marks?.siteIdCode ?? NO_SITE_ID_CODE],
  ];
  if (!home) {
    const name = entry ? page.part : page.title;
    rows.push(
      ['ColumnName', name],
      ['ColumnDescription', entry ? `${county.name}${page.part}` : page.description],
      ['ColumnKeywords', [...new Set([name, page.part, county.name, '政务公开'])].join(',')],
      ['ColumnType', entry ? kindName(entry.data.kind) : page.part],
    );
  }
  if (entry) rows.push(...articleTags(column, entry), ['Url', page.url]);
  // What search engines read has the same name in small letters, and names may stand only once.
  rows.push([entry ? 'Description' : 'description', page.description]);
  return rows.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}

function articleTags(column: Column, entry: Entry): [string, string | undefined][] {
  const { data } = entry;
  const unit = unitName(column, data.unit);
  const issuer = isKind(entry, 'policy') ? entry.data.issuer : undefined;
  return [
    ['ArticleTitle', data.title],
    // Content knows days at best, the tag asks for minutes; what is not known is not made up.
    ['PubDate', isWholeDay(data.published) ? `${data.published} 00:00` : data.published],
    ['ContentSource', unit ?? issuer ?? column.county.name],
    ['Keywords', data.keywords?.join(',')],
    ['Author', issuer],
  ];
}
