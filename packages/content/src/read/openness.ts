import { parse } from 'yaml';
import { ATTRIBUTES } from '../common.ts';
import type { Openness } from '../shown.ts';
import { HEAD_CHARACTERS } from './bounds.ts';
import { splitFrontMatter } from './front-matter.ts';
import { nestedLine } from './yaml-nesting.ts';

/**
 * What decides how much of a content file may be shown, read from the file alone: for one that cannot be
 * checked, or is an earlier version. Of what cannot be read, nothing may.
 */
export function opennessOf(text: string): Openness {
  const { attribute, withdrawn } = fieldsOf(splitFrontMatter(text)?.head ?? '');
  const given = (attribute as { readonly type?: unknown } | null | undefined)?.type;
  return {
    attribute: { type: ATTRIBUTES.find((type) => type === given) ?? '不予' },
    ...(withdrawn ? { withdrawn: withdrawn as NonNullable<Openness['withdrawn']> } : {}),
  };
}

/** The fields of a head, whatever it is: an earlier version was perhaps never checked. */
export function fieldsOf(head: string): Readonly<Record<string, unknown>> {
  if (head.length > HEAD_CHARACTERS || nestedLine(head) !== undefined) return {};
  try {
    const value: unknown = parse(head);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
