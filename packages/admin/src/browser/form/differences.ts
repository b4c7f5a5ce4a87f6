import type { Difference, Differences } from '../../text/differences.ts';
import { ask, element } from '../dialog.ts';

/**
 * Shows what two people made of one entry, side by side, and asks which to keep. Gives the values to be put in
 * place of those here; nothing where the officer does not save.
 */
export async function askDifferences({
  both,
  theirs,
}: Differences): Promise<Record<string, unknown> | undefined> {
  const taken = new Map<string, 'mine' | 'theirs'>(both.map(({ name }) => [name, 'mine']));
  const parts: (string | Node)[] = [
    both.length === 0
      ? '你打开以后，有人改了别的几处。保存会把两边的改动合在一起。'
      : '你打开以后，有人也改了下面几处。请逐处选留哪一边，两边都不会不声不响地丢掉。',
  ];
  for (const each of both) parts.push(choice(each, (side) => taken.set(each.name, side)));
  if (theirs.length > 0)
    parts.push(
      `另外，对方还改了：${theirs.map(({ label }) => label).join('、')}。这几处会保留对方的。`,
    );
  const go = await ask({
    title: '别人也改了这条信息',
    body: parts,
    answers: [
      { label: both.length === 0 ? '合在一起保存' : '照选的保存', value: true },
      { label: '先不保存', value: false },
    ],
    onEscape: false,
  });
  if (!go) return undefined;
  return Object.fromEntries(
    [...theirs, ...both.filter(({ name }) => taken.get(name) === 'theirs')].map((each) => [
      each.name,
      each.theirs,
    ]),
  );
}

function choice(
  { label, name, mine, theirs }: Difference,
  pick: (side: 'mine' | 'theirs') => void,
) {
  const group = document.createElement('fieldset');
  group.className = 'editor-difference';
  group.append(element('legend', label));
  for (const [side, title, value] of [
    ['mine', '我写的', mine],
    ['theirs', '现在存着的（别人写的）', theirs],
  ] as const) {
    const row = document.createElement('label');
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.name = `difference-${name}`;
    radio.checked = side === 'mine';
    radio.addEventListener('change', () => pick(side));
    row.append(radio, element('strong', title), element('pre', shown(value)));
    group.append(row);
  }
  return group;
}

/** A value as it can be read beside another. */
export function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '（没有填）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(shown).join('\n');
  if (typeof value === 'object') {
    const { columns, rows } = value as { columns?: string[]; rows?: string[][] };
    if (columns && rows) return [columns, ...rows].map((cells) => cells.join('｜')).join('\n');
    return Object.values(value).map(shown).join('｜');
  }
  return String(value);
}
