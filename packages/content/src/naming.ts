import { folded, ID_PATTERN, LONGEST_FILE_NAME } from '@columns/standard';
import { pinyin } from 'pinyin-pro';

/** The most characters of a name that is made of a title or of a file's name. */
const LONGEST = 48;

/** Pinyin of one word, without tones and gaps; what has no known reading is left out or stays as it is. */
export function spelt(word: string, others: 'keep' | 'drop' = 'keep'): string {
  const nonZh = others === 'keep' ? 'consecutive' : 'removed';
  return pinyin(word, { toneType: 'none', type: 'array', nonZh, v: true }).join('');
}

/** ASCII words with hyphens between them, of a Chinese or any other text; empty where nothing of it remains. */
export function slugOf(text: string): string {
  return shortened(
    ascii(
      wordsOf(text)
        .map((word) => spelt(word))
        .join('-'),
    ),
  );
}

function wordsOf(text: string): string[] {
  // Browsers that the editor still runs in may lack it; the name is then one long word.
  if (typeof Intl.Segmenter === 'undefined') return [text];
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)].flatMap(({ isWordLike, segment }) =>
    isWordLike ? [segment] : [],
  );
}

/** The letters and digits of a text as words of an id. */
export function ascii(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}

/** Whole words up to the longest length. */
export function shortened(id: string, longest = LONGEST): string {
  if (id.length <= longest) return id;
  const cut = id.slice(0, longest + 1);
  const end = cut.lastIndexOf('-');
  return cut.slice(0, end > 10 ? end : longest).replace(/-$/, '');
}

/** The nearest id to a name that is none: 高温津贴 → gaowen-jintie, con → file-con. */
export function safeId(name: string, fallback = 'document'): string {
  const made = slugOf(name) || fallback;
  return ID_PATTERN.test(made) ? made : `file-${made}`;
}

/**
 * A name of its own for a file that an officer chose: pinyin, its ending in lower case; numbered where
 * `taken` has it already, be it in other letters. What has no letter to be named by is `attachment-1`.
 *
 * @param original the file's own name, with or without folders before it
 */
export function safeFileName(original: string, taken: Iterable<string> = []): string {
  const { stem, ending } = fileParts(original);
  const used = new Set([...taken].map(folded));
  const made = slugOf(stem);
  const base = made === '' ? 'attachment' : safeId(stem);
  for (let number = made === '' ? 1 : 0; ; number++) {
    // Beside the first, the next of its name is the second.
    const tail = `${number === 0 ? '' : `-${made === '' ? number : number + 1}`}${ending}`;
    const name = shortened(base, LONGEST_FILE_NAME - tail.length) + tail;
    if (!used.has(folded(name))) return name;
  }
}

/** A file's name for readers: as the officer had it, without its ending. Empty where it says nothing. */
export function readerName(original: string): string {
  const name = fileParts(original).stem.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}

const ENDING =
  /^(.*)(\.[A-Za-z0-9]{1,10}|[.．。]\s?[A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9Ａ-Ｚａ-ｚ０-９]{1,9})$/s;

/**
 * A name and its ending, `.docx` in lower case, also where it was typed in full width (表．ｐｄｆ); what does not
 * look like an ending is part of the name.
 */
function fileParts(original: string): { stem: string; ending: string } {
  const name = original.split(/[/\\]/).at(-1)?.trim() ?? '';
  const [, stem = name, ending = ''] = ENDING.exec(name) ?? [];
  return { stem, ending: plainEnding(ending) };
}

function plainEnding(typed: string): string {
  return typed.normalize('NFKC').toLowerCase().replace('。', '.').replaceAll(/\s/g, '');
}
