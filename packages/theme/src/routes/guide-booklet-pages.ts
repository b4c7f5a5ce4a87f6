import type { APIRoute } from 'astro';
import { openGuides } from '../data/guides.ts';

/**
 * The running heads of the printed booklet: every page says the number of its guide, which is what
 * the contents count by. Browsers have neither `string-set` nor `target-counter`, so each guide has
 * a page style of its own; in a file, for a strict content policy takes no styles written in a page.
 */
export const GET: APIRoute = () => {
  const rules = openGuides().map((_, index) => {
    const at = index + 1;
    return (
      `.guide-page-${at}{page:guide-${at}}` +
      `@page guide-${at}{@top-right{content:"第 ${at} 件";font:10pt serif}}`
    );
  });
  return new Response(`@media print{${rules.join('')}}\n`, {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
};
