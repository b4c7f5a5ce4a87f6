import type { BreadcrumbList } from 'schema-dts';
import type { StructuredPage } from './index.ts';

/** The way from the home page, as the page shows it. */
export function breadcrumbs({ title, crumbs, at }: StructuredPage): BreadcrumbList {
  const steps = [{ title: '首页', path: '' }, ...crumbs, { title }];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.title,
      ...('path' in step ? { item: at(step.path) } : {}),
    })),
  };
}
