import type { FrontMatter, Kind } from '../../kinds/index.ts';
import { KINDS } from '../../kinds/index.ts';
import type { SplitFile } from '../front-matter.ts';
import type { Mention, Reading } from './reading.ts';

/** Gathers the names that must stand for something elsewhere. */
export function collectMentions(reading: Reading, { yaml }: SplitFile, data: FrontMatter): void {
  const add = (to: Mention['to'], target: string | undefined, path: readonly PropertyKey[]) => {
    if (target === undefined) return;
    reading.mentions.push({ to, target, field: path.map(String).join('.'), ...yaml.valueAt(path) });
  };
  add('unit', data.unit, ['unit']);
  add('town', data.town, ['town']);
  if (data.town !== undefined && data.village !== undefined)
    add('village', `${data.town}/${data.village}`, ['village']);
  add('entry', data.validity?.by, ['validity', 'by']);
  for (const [index, earlier] of (data.follows ?? []).entries())
    add('entry', earlier, ['follows', index]);
  for (const [index, old] of (data.formerly ?? []).entries())
    add('former', old, ['formerly', index]);
  for (const [index, item] of (data.also ?? []).entries()) add('item', item, ['also', index]);
  for (const field of (KINDS[data.kind] as Kind).references) {
    const targets = [Reflect.get(data, field) as unknown].flat();
    for (const [index, target] of targets.entries()) {
      if (typeof target === 'string') add('entry', target, [field, index]);
      else if (typeof target === 'object' && target !== null)
        add('entry', (target as { entry?: string }).entry, [field, index, 'entry']);
    }
  }
  if (data.kind === 'alert') {
    for (const [index, town] of (data.towns ?? []).entries()) add('town', town, ['towns', index]);
  }
  if (data.kind === 'statement') {
    for (const [index, item] of (data.covers ?? []).entries()) add('item', item, ['covers', index]);
  }
}
