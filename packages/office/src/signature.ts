import { latin1, viewOf } from './bytes.ts';

/** What the first bytes of a file say it is. */
export type Signature =
  | 'pdf'
  | 'zip'
  | 'ole'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'mp4'
  | 'webm'
  | 'mp3'
  | 'html'
  | 'program'
  | 'archive'
  | 'text'
  | 'unknown';

const MARKS: readonly (readonly [Signature, number, string])[] = [
  ['zip', 0, 'PK\u0003\u0004'],
  ['zip', 0, 'PK\u0005\u0006'],
  ['ole', 0, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['png', 0, '\u0089PNG\r\n\u001a\n'],
  ['jpeg', 0, '\u00ff\u00d8\u00ff'],
  ['gif', 0, 'GIF8'],
  ['webp', 8, 'WEBP'],
  ['mp4', 4, 'ftyp'],
  ['webm', 0, '\u001aE\u00df\u00a3'],
  ['mp3', 0, 'ID3'],
  ['mp3', 0, '\u00ff\u00fb'],
  ['mp3', 0, '\u00ff\u00f3'],
  ['program', 0, 'MZ'],
  ['program', 0, '\u007fELF'],
  ['program', 0, '#!'],
  ['program', 0, '\u00ca\u00fe\u00ba\u00be'],
  ['program', 0, '\u00ce\u00fa\u00ed\u00fe'],
  ['program', 0, '\u00cf\u00fa\u00ed\u00fe'],
  ['program', 0, 'L\u0000\u0000\u0000\u0001\u0014\u0002\u0000'],
  ['archive', 0, 'Rar!'],
  ['archive', 0, '7z\u00bc\u00af'],
  ['archive', 0, '\u001f\u008b'],
  ['archive', 0, 'MSCF'],
];

/** What a file is by its bytes, whatever its name says. */
export function signatureOf(bytes: Uint8Array): Signature {
  const head = latin1(bytes.subarray(0, 1024));
  const mark = MARKS.find(([, at, text]) => head.startsWith(text, at));
  if (mark) return mark[0];
  // A PDF may have something before its mark; readers look for it within the first 1,024 bytes.
  if (head.includes('%PDF-')) return 'pdf';
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '').toLowerCase();
  if (/^(?:<!doctype html|<html|<script|<svg|<\?xml|<body|<iframe)/.test(start)) return 'html';
  // Text in two bytes a sign begins with its mark.
  if (/^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(head)) return 'text';
  return head.includes('\u0000') ? 'unknown' : 'text';
}

/** What a part of an Office file can be besides XML: nothing of these runs by being there. */
const HARMLESS: readonly (readonly [
  kind: 'picture' | 'sound' | 'font',
  at: number,
  mark: string,
])[] = [
  ['picture', 0, '\u0089PNG'],
  ['picture', 0, '\u00ff\u00d8\u00ff'],
  ['picture', 0, 'GIF8'],
  ['picture', 8, 'WEBP'],
  ['picture', 0, 'BM'],
  ['picture', 0, 'II*\u0000'],
  ['picture', 0, 'MM\u0000*'],
  ['picture', 0, 'II\u00bc'],
  ['picture', 0, '\u0000\u0000\u0001\u0000'],
  ['picture', 0, '\u0001\u0000\u0000\u0000'],
  ['picture', 0, '\u00d7\u00cd\u00c6\u009a'],
  ['picture', 0, '\u0001\u0000\u0009\u0000'],
  ['picture', 0, '\u0002\u0000\u0009\u0000'],
  ['picture', 0, '\u001f\u008b'],
  ['picture', 0, '\u0097JB2'],
  ['picture', 4, 'jP  '],
  ['picture', 4, 'ftypheic'],
  ['picture', 4, 'ftypmif1'],
  ['picture', 4, 'ftypavif'],
  ['sound', 4, 'ftyp'],
  ['sound', 0, 'ID3'],
  ['sound', 0, '\u00ff\u00fb'],
  ['sound', 0, 'RIFF'],
  ['sound', 0, '0&\u00b2u'],
  ['sound', 0, '\u001aE\u00df\u00a3'],
  ['sound', 4, 'moov'],
  ['sound', 0, 'OggS'],
  ['sound', 0, 'MThd'],
  ['font', 0, '\u0000\u0001\u0000\u0000'],
  ['font', 0, 'OTTO'],
  ['font', 0, 'true'],
  ['font', 0, 'ttcf'],
  ['font', 0, 'wOFF'],
  ['font', 0, '\u0001\u0000\u0004'],
  ['font', 0, '%!PS-AdobeFont'],
];

/** A picture, a recording or a typeface, by its first bytes. */
export function harmlessKind(bytes: Uint8Array): 'picture' | 'sound' | 'font' | undefined {
  const head = latin1(bytes.subarray(0, 16));
  return HARMLESS.find(([, at, mark]) => head.startsWith(mark, at))?.[0];
}

/** A program of any system, by its bytes; two letters alone could stand in anything. */
export function isProgram(bytes: Uint8Array): boolean {
  if (signatureOf(bytes) !== 'program') return false;
  if (bytes[0] !== 0x4d || bytes.length < 64) return true;
  const at = viewOf(bytes).getUint32(60, true);
  return at + 4 <= bytes.length && latin1(bytes.subarray(at, at + 4)) === 'PE\u0000\u0000';
}

export function extensionOf(name: string): string {
  return /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
