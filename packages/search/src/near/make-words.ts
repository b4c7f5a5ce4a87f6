/** Making the words of near answers, when the index is built. */
import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pinyin } from 'pinyin-pro';
import type { DirectRow } from '../direct.ts';
import type { SearchDocument } from '../document.ts';
import { fold } from '../fold.ts';
import { type NearTerm, readNearTerms } from '../near-terms.ts';
import { leadsIn } from './leading.ts';
import { readQuestions } from './read-questions.ts';
import type { Words } from './words.ts';

const DATA = join(import.meta.dirname, '..', '..', 'data');
/** Characters of names that are kept: the file stays at some KB for a county of any size. */
const ROOM = 16_000;
/** What parts a title into the words that people look for. */
const PARTING =
  /[\p{P}\p{S}\s\d]+|关于|印发|公布|做好|开展|进一步|加强|年度?|的?(?:通知|公告|公示|通告|函|意见|办法|方案|决定|报告|批复|解读)|的/u;
const LONGEST = 14;
/** There are hundreds of these, most of them with nothing in them: they come last. */
const MANY = new Set<DirectRow['k']>(['item', 'village']);
const HAN = /^\p{Script=Han}$/u;

/**
 * The words of a column: what its items, domains, units and towns are called, and the words of its
 * titles, newest first, as far as there is room.
 * @param documents in the order of the index
 */
export function makeWords(
  documents: readonly SearchDocument[],
  own: { nearTerms?: readonly NearTerm[]; direct?: readonly DirectRow[] },
): Words {
  const near = [...(own.nearTerms ?? []), ...readNearTerms(read('near-terms.yaml'))];
  const filed = documents.flatMap(({ filters = {}, meta }) => [
    ...['unit', 'town', 'domain'].flatMap((name) => filters[name] ?? []),
    ...meta.path.split(' / '),
  ]);
  const called = (wanted: (row: DirectRow) => boolean) =>
    (own.direct ?? []).filter(wanted).flatMap(({ t, a = [] }) => [t, ...a]);
  const first = called(({ k }) => !MANY.has(k));
  const standing = [
    ...documents.flatMap(({ keywords = [] }) => keywords),
    ...documents.flatMap(({ title }) => title.split(PARTING).map(withoutCounty)),
    ...called(({ k }) => MANY.has(k)),
  ];
  const kept = within(ROOM, [...first, ...filed, ...standing]);
  const names = [...kept.keys()];
  const said = near.flatMap(({ everyday, official }) => [...everyday, ...official]);
  const words: Words = {
    near,
    ...readQuestions(read('questions.yaml')),
    names,
    written: [...kept].flatMap(([name, written]) => (name === written ? [] : [written])),
    sounds: soundsOf([...names, ...said]),
  };
  const leads = leadsIn(documents, own.direct ?? []);
  // What a page or a title is called leads there; what a document is filed in may stand on none.
  const leading = new Set([...first, ...standing].map(fold));
  const everyday = near.flatMap((term) => term.everyday).filter((word) => !word.includes(' '));
  const unsure = [...filed, ...everyday].filter((word) => !leading.has(fold(word)));
  const silent = [...new Set(unsure)].filter((word) => !leads(word, words)).map(fold);
  return { ...words, silent };
}

/**
 * Writes them, compressed JSON, under the digest of what is in it.
 * @returns the name in the folder, for the manifest
 */
export function writeWords(folder: string, words: Words): string {
  const text = JSON.stringify(words);
  const name = `words-${hash('sha256', text).slice(0, 16)}.pf_words`;
  writeFileSync(join(folder, name), gzipSync(text, { level: 9 }));
  return name;
}

function read(name: string): string {
  return readFileSync(join(DATA, name), 'utf8');
}

/** Nobody types the county's name before a matter in its own column. */
function withoutCounty(words: string): string {
  return words.replace(/^\p{Script=Han}{1,3}[县市区](?=\p{Script=Han}{2})/u, '');
}

/** Each name in folded form as far as there is room, with how it is first written. */
function within(room: number, all: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  let left = room;
  for (const written of new Set(all)) {
    const name = fold(written);
    if (name.length < 2 || name.length > LONGEST || names.has(name)) continue;
    if (name.length > left) break;
    names.set(name, written);
    left -= name.length;
  }
  return names;
}

/**
 * The characters of some texts, as they are read there (食 in 粮食 is never yi), and of the other most common
 * ones every reading: somebody may take one of them for one that sounds alike.
 */
function soundsOf(texts: readonly string[]): Record<string, string> {
  const sounds = new Map<string, Set<string>>();
  const known = new Set<string>();
  const add = (char: string, reading: string) => {
    sounds.set(reading, (sounds.get(reading) ?? new Set()).add(char));
  };
  for (const text of new Set(texts.map(fold))) {
    const chars = [...text].filter((char) => HAN.test(char));
    const readings = pinyin(chars.join(''), { toneType: 'none', type: 'array', v: true });
    chars.forEach((char, at) => {
      add(char, readings[at] ?? '');
      known.add(char);
    });
  }
  for (const char of [...commonCharacters()].map(fold).filter((each) => !known.has(each))) {
    const readings = pinyin(char, { toneType: 'none', type: 'array', multiple: true, v: true });
    for (const reading of readings) add(char, reading);
  }
  return Object.fromEntries(
    [...sounds]
      .map(([reading, chars]) => [reading, [...chars].sort().join('')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The first level of GB 2312: rows 16 to 55 of its table. */
function commonCharacters(): string {
  const bytes = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  }
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}
