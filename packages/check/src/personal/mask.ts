import { PERSONAL } from './data.ts';
import type { Datum } from './find.ts';
import { findPersonal, mayBePersonal } from './find.ts';
import { fold } from './fold.ts';

const SHOWN = new Map(PERSONAL.kinds.map(({ id, mask: shown }) => [id, shown]));

/** A datum so that an officer finds it and a log does not repeat it. */
export function mask({ type, kind = type, text }: Pick<Datum, 'type' | 'kind' | 'text'>): string {
  const { text: plain } = fold(text);
  if (type === 'address') {
    const town = /^.*?(?:街道|镇|乡)/.exec(plain)?.[0] ?? [...plain].slice(0, 2).join('');
    return `${[...town].slice(-12).join('')}＊＊＊`;
  }
  const [first, last] = SHOWN.get(kind) ?? [2, 2];
  const signs = [...plain.replaceAll(/[ \-./_\\\n,，]/g, '')];
  // Of a short one, half is hidden whatever its row says.
  const most = Math.floor(signs.length / 4);
  const start = signs.length < 9 ? Math.min(first, most) : first;
  const end = signs.length < 9 ? Math.min(last, most) : last;
  const hidden = '*'.repeat(signs.length - start - end);
  return `${signs.slice(0, start).join('')}${hidden}${end === 0 ? '' : signs.slice(-end).join('')}`;
}

/** A text in which everything personal is masked: what goes into messages, file names too. */
export function redact(text: string): string {
  if (!mayBePersonal(text)) return text;
  let shown = '';
  let done = 0;
  for (const datum of findPersonal(text)) {
    shown += text.slice(done, datum.index) + mask(datum);
    done = datum.index + datum.text.length;
  }
  return shown + text.slice(done);
}
