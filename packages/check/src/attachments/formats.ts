import type { Signature } from '@columns/office';

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
