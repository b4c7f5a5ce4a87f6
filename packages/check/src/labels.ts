import type { KindId } from '@columns/content';
import {
  assessmentSchema,
  countySchema,
  departmentsSchema,
  goneSchema,
  institutionsSchema,
  KIND_IDS,
  KINDS,
  schemaAt,
  townsSchema,
} from '@columns/content';

import { countySettingsSchema } from './settings/index.ts';

type Schema = Parameters<typeof schemaAt>[0];

const COUNTY_FILES = new Map<string, Schema>([
  ['check.yaml', countySettingsSchema],
  ['county.yaml', countySchema],
  ['gone.yaml', goneSchema],
  ['departments.yaml', departmentsSchema],
  ['towns.yaml', townsSchema],
  ['institutions.yaml', institutionsSchema],
  ['assessment.yaml', assessmentSchema],
]);
const ENTRIES: readonly Schema[] = KIND_IDS.map((id) => KINDS[id].schema);

/** `published（发布日期）`: the field as it stands in the file and as officers call it. */
export function labelled(field: string, file: string, kind?: KindId): string {
  if (field === 'body') return '正文';
  if (file.endsWith('.csv')) return field;
  const name = file.split('/').at(-1) ?? '';
  const own = COUNTY_FILES.get(name);
  const path = [...field.matchAll(/[^.[\]]+/g)].map(([key]) => key);
  const entries = kind ? [KINDS[kind].schema] : ENTRIES;
  const label = labelIn(own ? [own] : name.endsWith('.yaml') ? [] : entries, path);
  return label === undefined ? spoken(path) : `${spoken(path)}（${label}）`;
}

/** `attachments.0.file` as people count: `attachments 第 1 项 file`. */
function spoken(path: readonly string[]): string {
  return path
    .map((key) => (/^\d+$/.test(key) ? ` 第 ${Number(key) + 1} 项 ` : `.${key}`))
    .join('')
    .replaceAll(/^\.| \.| $/g, (end) => (end === ' .' ? ' ' : ''))
    .trim();
}

/**
 * The label of the field, or of what it stands in; none where kinds call it by different names
 * and the kind is not known.
 */
function labelIn(schemas: readonly Schema[], path: readonly string[]): string | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const at = path.slice(0, depth);
    const titles = schemas.flatMap((schema) => schemaAt(schema, at)?.meta()?.title ?? []);
    if (titles.length > 0) return new Set(titles).size === 1 ? titles[0] : undefined;
  }
  return undefined;
}
