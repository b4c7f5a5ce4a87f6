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

/** The formats that attachments may have: by extension, the signatures that its bytes must have. */
export const FORMATS: ReadonlyMap<string, readonly Signature[]> = new Map([
  ['pdf', ['pdf']],
  ['ofd', ['zip']],
  ['docx', ['zip']],
  ['xlsx', ['zip']],
  ['pptx', ['zip']],
  ['doc', ['ole']],
  ['xls', ['ole']],
  ['ppt', ['ole']],
  ['wps', ['ole', 'zip']],
  ['et', ['ole', 'zip']],
  ['dps', ['ole', 'zip']],
  ['txt', ['text']],
  ['csv', ['text']],
  ['vtt', ['text']],
  ['png', ['png']],
  ['jpg', ['jpeg']],
  ['jpeg', ['jpeg']],
  ['gif', ['gif']],
  ['webp', ['webp']],
  ['mp4', ['mp4']],
  ['m4a', ['mp4']],
  ['webm', ['webm']],
  ['mp3', ['mp3']],
]);

/** How each signature is called in a message. */
export const SIGNATURE_NAMES: Readonly<Record<Signature, string>> = {
  pdf: ' PDF 文件',
  zip: '压缩包（或新格式的 Office 文件）',
  ole: '旧格式的 Office 文件',
  png: ' PNG 图片',
  jpeg: ' JPEG 图片',
  gif: ' GIF 图片',
  webp: ' WebP 图片',
  mp4: ' MP4 音像',
  webm: ' WebM 视频',
  mp3: ' MP3 音频',
  html: '网页',
  program: '可执行程序',
  archive: '压缩包',
  text: '文本',
  unknown: '别的格式',
};

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
  ['archive', 0, 'Rar!'],
  ['archive', 0, '7z\u00bc\u00af'],
  ['archive', 0, '\u001f\u008b'],
];

/** What a file is by its bytes, whatever its name says. */
export function signatureOf(bytes: Uint8Array): Signature {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const mark = MARKS.find(([, at, text]) => head.startsWith(text, at));
  if (mark) return mark[0];
  // A PDF may have something before its mark; readers look for it within the first 1,024 bytes.
  if (head.includes('%PDF-')) return 'pdf';
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '').toLowerCase();
  if (/^(?:<!doctype html|<html|<script|<svg|<\?xml|<body|<iframe)/.test(start)) return 'html';
  return head.includes('\u0000') ? 'unknown' : 'text';
}

export function extensionOf(name: string): string {
  return /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
