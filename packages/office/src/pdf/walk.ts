import { latin1 } from '../bytes.ts';
import { isPlainLink } from '../links.ts';
import { Account, type InnerFile, type Passage } from '../passage.ts';
import { searchBytes } from '../raw.ts';
import { readXmlText } from '../xml-text.ts';
import type { PdfObject } from './file.ts';
import { PdfFile } from './file.ts';
import { PdfParser } from './parser.ts';
import type { PdfDictionary, PdfValue } from './values.ts';
import { isDictionary, nameAt, PdfReference, PdfString, textOf } from './values.ts';
import type { WideFile } from './wide.ts';
import { widened } from './wide.ts';

/** Actions that only lead to another place or change what is shown (ISO 32000-1, 12.6.4). */
const ACTIONS = new Set([
  'GoTo',
  'URI',
  'Named',
  'Thread',
  'Hide',
  'SetOCGState',
  'ResetForm',
  'Trans',
  'GoToDp',
]);
/** Those that nobody has to click. */
const OPENING = new Set(['GoTo', 'Named', 'SetOCGState', 'Trans']);
/** What is refused wherever it stands, and how it is called. */
const REFUSED: Readonly<Record<string, string>> = {
  JavaScript: '脚本（JavaScript）',
  Launch: '打开文件或程序的动作（Launch）',
  SubmitForm: '提交表单的动作（SubmitForm）',
  ImportData: '从外部取数的动作（ImportData）',
  GoToR: '打开别的文件的动作（GoToR）',
  GoToE: '打开内嵌文件的动作（GoToE）',
  Rendition: '播放音像的动作',
  Movie: '播放音像的动作',
  Sound: '播放音像的动作',
  GoTo3DView: '三维模型的动作',
  RichMediaExecute: '富媒体',
};
/** Kinds of annotations that only show something. */
const ANNOTATIONS = new Set(
  `Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Caret Stamp Ink
  Popup Widget Watermark Redact PrinterMark TrapNet Projection`.split(/\s+/),
);
/** Keys of dictionaries that hold or lead to something active. */
const KEYS: Readonly<Record<string, string>> = {
  JS: '脚本（JavaScript）',
  JavaScript: '脚本（JavaScript）',
  XFA: 'XFA 表单',
  RichMediaContent: '富媒体',
  RichMediaSettings: '富媒体',
  EF: '内嵌的文件',
  EmbeddedFiles: '内嵌的文件',
  AF: '内嵌的文件',
  Collection: '文件包（PDF 包）',
};
/** Strings that are no texts. */
const NO_TEXT = new Set([
  'ID',
  'O',
  'U',
  'OE',
  'UE',
  'Perms',
  'CheckSum',
  'Lookup',
  'Cert',
  'DA',
  'DigestValue',
  'CharSet',
  'Panose',
  'ModDate',
  'CreationDate',
  'M',
]);

/** Bytes at the beginning of a picture among which a camera's notes stand. */
const HEAD_OF_PICTURE = 64 * 1024;

/** What looking through all objects of a PDF gave. */
export interface PdfWalk {
  readonly lines: readonly Passage[];
  readonly active: readonly string[];
  readonly inner: readonly InnerFile[];
  readonly encrypted: boolean;
  readonly faults: number;
  /** The same file with pages so wide that no text stands outside them. */
  readonly wide: WideFile;
}

/**
 * Looks through every object of a PDF, those of earlier versions too: all texts that are not on a page
 * (form values, notes, bookmarks, choices, properties, replaced texts), and what runs or loads something.
 *
 * @param versions how many versions of it the file holds
 * @throws {PdfTooLarge}
 */
export function walkPdf(bytes: Uint8Array, megabytes: number, versions: number): PdfWalk {
  const file = new PdfFile(bytes, megabytes);
  const lines: Passage[] = [];
  const account = new Account((passage) => lines.push(passage));
  const walk = new Walk(file, account);
  for (const trailer of file.trailers) walk.dictionary(trailer);
  for (const object of file.objects) walk.object(object);
  walk.loose();
  return {
    lines,
    active: account.active,
    inner: account.inner,
    encrypted: file.trailers.some(
      (trailer) => trailer.get('Encrypt') !== undefined && trailer.get('Encrypt') !== null,
    ),
    faults: file.faults,
    wide: widened(bytes, file, versions),
  };
}

class Walk {
  readonly #file: PdfFile;
  readonly #account: Account;
  /** Streams that are files of their own. */
  readonly #files = new Set<number>();
  readonly #appearances = new Set<number>();

  constructor(file: PdfFile, account: Account) {
    this.#file = file;
    this.#account = account;
    for (const { value } of file.objects) this.#findFiles(value);
  }

  object({ number, value, stream }: PdfObject): void {
    this.#value(value, '', 0);
    if (!stream || !isDictionary(value)) return;
    const type = nameAt(value, 'Type');
    if (type === 'EmbeddedFile' || this.#files.has(number)) {
      this.#account.addActive(KEYS['EF'] as string);
      this.#account.inner.push({ name: nameAt(value, 'Subtype') ?? 'file', bytes: stream });
    } else if (type === 'Metadata' || nameAt(value, 'Subtype') === 'XML') this.#metadata(stream);
    else if (nameAt(value, 'Subtype') === 'Image') this.#camera(stream);
    else this.#replacedTexts(stream);
  }

  dictionary(value: PdfDictionary): void {
    this.#value(value, '', 0);
  }

  /** Streams that no page leads to, and so no reader of pages reads: what stands in them as strings. */
  loose(): void {
    const reached = this.#reached();
    for (const object of this.#file.objects) {
      const { number, stream, value } = object;
      if (!stream || !isDictionary(value) || nameAt(value, 'Subtype') === 'Image') continue;
      if (['ObjStm', 'XRef', 'Metadata', 'EmbeddedFile'].includes(nameAt(value, 'Type') ?? ''))
        continue;
      const onPage = !this.#appearances.has(number) && !value.has('PatternType');
      if (onPage && reached.has(number) && this.#file.newest(number) === object) continue;
      for (const text of shownStrings(stream))
        this.#account.take({ text, where: '批注、表单的外观或不在页面上的文字中', again: 'same' });
    }
  }

  #reached(): Set<number> {
    const reached = new Set<number>();
    const open: PdfValue[] = [...this.#file.trailers];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next instanceof PdfReference) {
        if (reached.has(next.object)) continue;
        reached.add(next.object);
        const value = this.#file.newest(next.object)?.value;
        if (value !== undefined) open.push(value);
      } else if (Array.isArray(next)) open.push(...next.filter((each) => typeof each === 'object'));
      else if (isDictionary(next)) {
        for (const each of next.values()) if (typeof each === 'object') open.push(each);
      }
    }
    return reached;
  }

  #findFiles(value: PdfValue): void {
    const open: PdfValue[] = [value];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (Array.isArray(next)) open.push(...next);
      else if (isDictionary(next)) {
        const files = this.#file.resolve(next.get('EF'));
        if (isDictionary(files)) {
          for (const each of files.values())
            if (each instanceof PdfReference) this.#files.add(each.object);
        }
        const looks = this.#file.resolve(next.get('AP'));
        if (isDictionary(looks)) this.#findAppearances([...looks.values()]);
        open.push(...next.values());
      }
    }
  }

  /** What notes and fields look like: each state of each a stream of its own, on no page. */
  #findAppearances(open: PdfValue[]): void {
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next instanceof PdfReference) {
        this.#appearances.add(next.object);
        const states = this.#file.resolve(next);
        if (isDictionary(states) && !states.has('Length'))
          open.push(
            ...[...states.values()].filter(
              (each) => each instanceof PdfReference && !this.#appearances.has(each.object),
            ),
          );
      } else if (isDictionary(next)) open.push(...next.values());
    }
  }

  #value(value: PdfValue, key: string, depth: number, where = '文件的其他部分中'): void {
    if (depth > 300) return;
    if (value instanceof PdfString) {
      if (!NO_TEXT.has(key)) this.#string(value, where);
    } else if (Array.isArray(value)) {
      for (const each of value) this.#value(each, key, depth + 1, where);
    } else if (isDictionary(value)) this.#dictionary(value, depth, where);
  }

  #dictionary(dictionary: PdfDictionary, depth: number, outer: string): void {
    this.#judge(dictionary);
    const where = placeOf(dictionary) ?? outer;
    const signature = dictionary.has('ByteRange');
    const name = dictionary.get('T');
    const label = name instanceof PdfString ? textOf(name) : undefined;
    for (const [written, value] of dictionary) {
      const [key = ''] = written.split('\u0000', 1);
      if (signature && key === 'Contents') continue;
      if (key === 'V' && value instanceof PdfString && label !== undefined) {
        const text = textOf(value);
        if (text.trim() !== '') this.#account.take({ text, where, label });
      } else this.#value(value, key, depth + 1, where);
    }
  }

  #string(value: PdfString, where: string): void {
    const text = textOf(value);
    // A rich text repeats what stands beside it, between marks.
    const plain = text.startsWith('<') ? text.replaceAll(/<[^<>]*>/g, '') : text;
    for (const line of plain.split(/[\r\n]+/)) this.#account.words(line, where);
  }

  #judge(dictionary: PdfDictionary): void {
    const action = nameAt(dictionary, 'S');
    if (
      action !== undefined &&
      Object.hasOwn(REFUSED, action) &&
      !this.#isHarmless(action, dictionary)
    )
      this.#account.addActive(REFUSED[action] as string);
    for (const written of dictionary.keys()) {
      const [key = ''] = written.split('\u0000', 1);
      const what = KEYS[key];
      if (
        what !== undefined &&
        Object.hasOwn(KEYS, key) &&
        !isEmpty(this.#file.resolve(dictionary.get(written)))
      )
        this.#account.addActive(what);
      if (key === 'A' || key === 'PA' || key === 'Next' || key === 'OpenAction')
        this.#actions(dictionary.get(written), key === 'OpenAction');
      if (key === 'AA') this.#additional(dictionary.get(written));
    }
    const kind = nameAt(dictionary, 'Subtype');
    if (kind !== undefined && dictionary.has('Rect') && !ANNOTATIONS.has(kind))
      this.#account.addActive(
        kind === 'FileAttachment' ? '内嵌的文件' : `会播放或运行的批注（${kind.slice(0, 20)}）`,
      );
    const link = this.#file.resolve(dictionary.get('URI'));
    if (link instanceof PdfString && !isPlainLink(textOf(link)))
      this.#account.addActive('会运行程序或打开文件的链接');
    if (dictionary.has('Length') && dictionary.has('F') && !dictionary.has('Rect'))
      this.#account.addActive('从别的文件加载的内容');
  }

  /** A link to a file beside this one, by its plain name. */
  #isHarmless(action: string, dictionary: PdfDictionary): boolean {
    if (action !== 'GoToR') return false;
    const target = this.#file.resolve(dictionary.get('F'));
    const name = isDictionary(target) ? (target.get('UF') ?? target.get('F')) : target;
    return name instanceof PdfString && /^[^:\\/]+\.pdf$/i.test(textOf(name));
  }

  #additional(value: PdfValue | undefined): void {
    const actions = this.#file.resolve(value);
    if (isDictionary(actions)) for (const each of actions.values()) this.#actions(each, true);
  }

  #actions(value: PdfValue | undefined, opens: boolean): void {
    const given = this.#file.resolve(value);
    for (const each of Array.isArray(given) ? given : [given]) {
      const action = this.#file.resolve(each);
      if (!isDictionary(action)) continue;
      const name = nameAt(action, 'S');
      if (name === undefined) continue;
      if (name === 'GoToR' && this.#isHarmless(name, action) && !opens) continue;
      if (!(opens ? OPENING : ACTIONS).has(name))
        this.#account.addActive(
          Object.hasOwn(REFUSED, name)
            ? (REFUSED[name] as string)
            : opens
              ? '打开时就执行的动作'
              : `不认识的动作（${name.slice(0, 20)}）`,
        );
    }
  }

  /** What a camera wrote at the head of a picture. */
  #camera(stream: Uint8Array): void {
    searchBytes(stream.subarray(0, HEAD_OF_PICTURE), '图片的附加信息中', (passage) => {
      if (/\d{6}/.test(passage.text)) this.#account.take(passage);
    });
  }

  #metadata(stream: Uint8Array): void {
    try {
      readXmlText(stream, { where: '文档属性中' }, this.#account);
    } catch {
      searchBytes(stream, '文档属性中', (passage) => this.#account.take(passage));
    }
  }

  /** What a page says instead of what it draws: `/Span << /ActualText (…) >> BDC`. */
  #replacedTexts(stream: Uint8Array): void {
    const text = latin1(stream);
    for (const match of text.matchAll(/\/(?:ActualText|Alt|E)\s*(?=[(<])/g)) {
      try {
        const value = new PdfParser(stream, match.index + match[0].length).value();
        if (value instanceof PdfString) this.#string(value, '替代文字中');
      } catch {
        // Cut off: what stands before it was read.
      }
    }
  }
}

function isEmpty(value: PdfValue | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    (Array.isArray(value) && value.length === 0) ||
    (isDictionary(value) && value.size === 0)
  );
}

function placeOf(dictionary: PdfDictionary): string | undefined {
  if (dictionary.has('Rect') || dictionary.has('FT') || dictionary.has('Opt'))
    return '批注或表单中';
  if (dictionary.has('URI')) return '链接的地址中';
  if (dictionary.has('Title') && (dictionary.has('Parent') || dictionary.has('Dest')))
    return '书签中';
  if (['Producer', 'Creator', 'Author', 'Title', 'CreationDate'].some((key) => dictionary.has(key)))
    return '文档属性中';
  return undefined;
}

const SHOWN = /\[((?:[^[\]()]|\((?:[^()\\]|\\.)*\))*)\]\s*TJ|(\((?:[^()\\]|\\.)*\))\s*(?:Tj|'|")/gs;

/** What a page's program shows in plain letters. */
function* shownStrings(stream: Uint8Array): Generator<string> {
  for (const [, many, one] of latin1(stream).matchAll(SHOWN)) {
    const text = [...(many ?? one ?? '').matchAll(/\(((?:[^()\\]|\\.)*)\)/gs)]
      .map(([, piece = '']) => piece)
      .join('');
    if (/\d{3}/.test(text)) yield text;
  }
}
