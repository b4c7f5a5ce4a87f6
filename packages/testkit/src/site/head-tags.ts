/** Whether pages carry the tags of 《政府网站发展指引》 (国办发〔2017〕47号). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOfFile, type BuiltSite, htmlFiles, listFiles } from './files.ts';
import { pageFacts } from './page-facts.ts';

const SITE = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const COLUMN = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const ARTICLE = ['ArticleTitle', 'PubDate', 'ContentSource'];
const OPTIONAL = ['Keywords', 'Author', 'Description', 'Image', 'Url'];
const NAMES = [...SITE, ...COLUMN, ...ARTICLE, ...OPTIONAL];

const FORMS: Readonly<Record<string, RegExp>> = {
  SiteDomain: /^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/u,
  SiteIDCode: /^\d{10}$/u,
  PubDate: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\d$/u,
  Url: /^https?:\/\/[^\s]+$/u,
};

/** Every page of a built column whose tags are missing, empty, twice there or written otherwise. */
export function headTagFaults({ folder }: BuiltSite): string[] {
  const files = new Set(listFiles(folder));
  return htmlFiles(files).flatMap((file) => {
    const address = addressOfFile(file);
    const html = readFileSync(join(folder, file), 'utf8');
    const required = requiredTags(address, html);
    return pageTagFaults(html, required).map((fault) => `/${address}: ${fault}`);
  });
}

/** Tags by the sort of page: the home page, an entry's own with further rows of its table, others. */
function requiredTags(address: string, html: string): string[] {
  if (address === '') return SITE;
  // The page at a former address only says where its article went.
  const moved = pageFacts(html).references.some(({ where }) => where === 'meta[content]');
  const article = /^\d{4}\/[^/]+\/(?:rows\/\d+\/)?$/u.test(address) && !moved;
  return [...SITE, ...COLUMN, ...(article ? ARTICLE : [])];
}

/** The same for one page, by the names that it must have; no other page may have an article's. */
export function pageTagFaults(html: string, required: readonly string[]): string[] {
  const tags = pageFacts(html).tags.filter(({ name }) => isOurs(name));
  const faults: string[] = [];
  for (const name of required) {
    if (!tags.some((tag) => tag.name === name)) faults.push(`${name} is missing`);
  }
  for (const [index, { name, content }] of tags.entries()) {
    const right = NAMES.find((known) => known.toLowerCase() === name.toLowerCase());
    const isSearch = name === 'description' || name === 'keywords';
    if (right !== name && !isSearch) faults.push(`${name} should be ${right}`);
    if (content.trim() === '') faults.push(`${name} is empty`);
    else if (FORMS[name]?.test(content) === false)
      faults.push(`${name} “${content}” has no such form`);
    if (tags.findIndex((tag) => tag.name.toLowerCase() === name.toLowerCase()) < index) {
      faults.push(`${name} is there twice`);
    }
    if (ARTICLE.includes(name) && !required.includes(name))
      faults.push(`${name} is no tag of this page`);
  }
  return faults;
}

/** Tags of these names in any case: a wrong case is what must be found. */
function isOurs(name: string): boolean {
  return NAMES.some((known) => known.toLowerCase() === name.toLowerCase());
}
