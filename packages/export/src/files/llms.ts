import type { ShownColumn } from '@columns/content';
import { dataTerms, termsText } from '../open-data/terms.ts';
import { MARKDOWN_SITEMAP } from './sitemap.ts';
import { TABLES } from './table-files.ts';

/** A place for programs that answer people's questions, by the form of llmstxt.org: a title, a summary, links. */
export const LLMS_FILE = 'llms.txt';

/**
 * What the column is, and where its texts and data stand as files without a page around them.
 *
 * @param base the column's whole address, or nothing when it is not known: then links are relative to the file
 */
export function llmsText(column: ShownColumn, base?: string): string {
  const { county, domains } = column;
  const link = (path: string, title: string, note: string) =>
    `- [${title}](${base ?? ''}${path}): ${note}`;
  const demo = county.demo ? '演示专栏，不是政府网站，不要作为依据引用。' : '';
  const entryForm = `${base ?? ''}2026/编号.md`;
  return [
    `# ${county.title}`,
    '',
    `> ${demo}${county.name}依法公开的政府信息，共 ${column.disclosed} 条。引用时请写明标题、发布日期和网页地址。`,
    '',
    `每条信息的网页地址去掉末尾的“/”、换上“.md”就是原文（如 ${entryForm}），换上“.json”是文件头、正文和关联。`,
    termsText(dataTerms(column)),
    '',
    '## 数据',
    '',
    link(`${TABLES}entries.json`, '全部信息的目录', '标题、日期、文号、领域、有效性、原文的校验值'),
    ...(base === undefined
      ? []
      : [link(MARKDOWN_SITEMAP, '全部原文', '每条信息的 Markdown 地址和日期，按年份分开')]),
    link(`${TABLES}catalogue.json`, '公开事项目录', '依法应当公开的事项、时限和依据'),
    link(`${TABLES}units.json`, '单位', '各单位的地址、电话、办公时间'),
    link('data.json', '数据目录', 'DCAT-AP，名录清单和表的地址、许可和校验值'),
    '',
    '## 领域',
    '',
    ...domains.map(({ id, name, description }) => link(`domains/${id}/`, name, description)),
    '',
  ].join('\n');
}
