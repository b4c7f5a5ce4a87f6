import { kindName } from '@columns/content';
import type { APIRoute } from 'astro';
import { entryHref, linkHref } from '../data/column.ts';
import { allQuestions } from '../data/questions.ts';

/** Every question of the column as data: for the page's own filter, and for whoever takes them along. */
export const GET: APIRoute = () =>
  new Response(
    `${JSON.stringify(
      allQuestions().map(({ ask, answer, entry, domain, policies }) => ({
        问题: ask,
        答复: answer,
        页面: entryHref(entry),
        体裁: kindName(entry.data.kind),
        ...(domain === undefined ? {} : { 领域: domain.name }),
        政策: policies.map((link) => ({ 标题: link.title, 页面: linkHref(link) })),
        发布日期: entry.data.published,
        ...(entry.data.example ? { 示例: true } : {}),
      })),
      null,
      1,
    )}\n`,
    { headers: { 'Content-Type': 'application/json; charset=utf-8' } },
  );
