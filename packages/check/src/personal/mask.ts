import type { Datum, PersonalType } from './find.ts';
import { findPersonal, mayBePersonal } from './find.ts';
import { plain } from './plain.ts';

/** How each is shown, so that an officer finds it and a log does not repeat it. */
const MASKS: Readonly<Record<PersonalType, (text: string) => string>> = {
  'id-number': (text) => ends(text, 2, 3),
  mobile: (text) => ends(text, 3, 4),
  'bank-card': (text) => ends(text, 4, 2),
  address: (text) => {
    const town = /^.*?(?:街道|镇|乡)/.exec(text)?.[0] ?? [...text].slice(0, 2).join('');
    return `${[...town].slice(-12).join('')}＊＊＊`;
  },
};

export function mask({ type, text }: Pick<Datum, 'type' | 'text'>): string {
  return MASKS[type](text);
}

/** A text in which everything personal is masked: what goes into messages, file names too. */
export function redact(text: string): string {
  if (!mayBePersonal(text)) return text;
  let shown = '';
  let rest = plain(text);
  for (let found = findPersonal(rest)[0]; found; found = findPersonal(rest)[0]) {
    shown += rest.slice(0, found.index) + mask(found);
    rest = rest.slice(found.index + found.text.length);
  }
  return shown + rest;
}

function ends(text: string, first: number, last: number): string {
  const signs = text.replaceAll(/[ -]/g, '');
  return `${signs.slice(0, first)}${'*'.repeat(signs.length - first - last)}${signs.slice(-last)}`;
}
