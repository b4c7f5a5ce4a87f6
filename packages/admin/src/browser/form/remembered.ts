import type { EditorFacts } from '../../config/facts.ts';
import type { ImmutableMap } from '../decap-global.ts';
import { editor } from '../editor.ts';

const key = (county: string): string => `columns-editor-unit-${county}`;

/** The unit of the last entry that this browser saved: most officers write for one. */
export function rememberedUnit({ county, units, towns }: EditorFacts): string | undefined {
  const unit = window.localStorage.getItem(key(county));
  return [...units, ...towns].find(({ value }) => value === unit)?.value;
}

export function rememberUnit(entry: ImmutableMap): void {
  const unit = (entry.get('data') as ImmutableMap).get('unit');
  if (typeof unit === 'string' && unit !== '')
    window.localStorage.setItem(key(editor.facts.county), unit);
}
