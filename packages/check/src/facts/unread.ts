import { unreadable } from '@columns/content';
import type { Found } from '../rules/column-rule.ts';
import type { RuleId } from '../rules/index.ts';

/** Whatever was thrown while a file was judged, as what was found in that file (`unreadable`). */
export function unread(file: string, error: unknown): Found & { readonly rule: RuleId } {
  const { code, ...problem } = unreadable(file, error);
  return { rule: code, ...problem };
}

/** What a file gives, or that it cannot be read. All other files are judged all the same. */
export function eachSafely<T>(
  file: string,
  judge: () => readonly T[],
): readonly (T | ReturnType<typeof unread>)[] {
  try {
    return judge();
  } catch (error) {
    return [unread(file, error)];
  }
}
