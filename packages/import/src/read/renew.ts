import { OfficePackage, type OldAnswer, oldKind, rootOf, signatureOf } from '@columns/office';
import { ImportFailure, type Remark, reading, remark } from '../failure.ts';
import { extensionOf } from './sniff.ts';

/** What turns old files into new ones; where and how is its maker's to know. */
export interface OldFiles {
  /** An old file, with the ending that says what it is, as a new one. */
  readonly renew: (bytes: Uint8Array, extension: string) => Promise<OldAnswer>;
  /** The program that does it, where it is not ours. */
  readonly by?: string | undefined;
  /** Whether LibreOffice is there for files with this ending and could be asked to do it. */
  readonly offers: (extension: string) => boolean;
}

/** An old or misnamed file as a new one that a reader knows. */
export interface Renewed {
  readonly format: 'docx' | 'xlsx' | 'pptx' | 'ofd';
  readonly bytes: Uint8Array;
  readonly remarks: readonly Remark[];
  /** What it was converted from; absent where it already was what it is. */
  readonly draft?: string;
}

const DRAFTS = { docx: '旧版 Word 文件', xlsx: '旧版 Excel 文件', pptx: '旧版演示文稿' } as const;
const NEW_NAMES = {
  docx: 'Word 文档（*.docx）',
  xlsx: 'Excel 工作簿（*.xlsx）',
  pptx: 'PowerPoint 演示文稿（*.pptx）',
} as const;

/**
 * Makes a new file of an old one. What it is, its bytes say: a newer file under an old name is taken as it
 * is.
 *
 * @param megabytes the most that it may unpack to
 */
export async function renew(
  bytes: Uint8Array,
  base: string,
  old: OldFiles | undefined,
  megabytes: number,
): Promise<Renewed> {
  const extension = extensionOf(base);
  const signature = signatureOf(bytes);
  if (signature === 'zip') return takenAs(bytes, extension, megabytes);
  const kind = signature === 'ole' ? reading(() => oldKind(bytes)) : undefined;
  const format = FORMATS[kind ?? ''] ?? (/^(?:xls|et)$/.test(extension) ? 'xlsx' : 'docx');
  const ending = ENDINGS[kind ?? ''] ?? extension;
  const answer: OldAnswer = (await old?.renew(bytes, ending)) ?? {
    code: 'old-format',
    broken: `.${extension} 是旧版格式，在这里不能直接读取`,
  };
  const offered = old?.offers(ending) ?? false;
  if ('broken' in answer) throw refused(answer.code, answer.broken, format, offered);
  const { lost, changed = [] } = answer;
  return {
    format: answer.format,
    bytes: answer.bytes,
    draft: DRAFTS[answer.format],
    remarks: [
      note(answer.format, old?.by === undefined ? '' : `（用 ${old.by} 转换）`),
      ...lost.map((what) => remark('left-out', `原文件中的${what}`)),
      ...changed.map((what) => remark('changed', what)),
      ...(offered
        ? [
            remark(
              'note',
              '这台机器上有 LibreOffice：加上 --libreoffice 重新导入，图片、图形也能转出',
            ),
          ]
        : []),
    ],
  };
}

const FORMATS: Readonly<Record<string, 'docx' | 'xlsx' | 'pptx'>> = {
  word: 'docx',
  excel: 'xlsx',
  slides: 'pptx',
};
/** WPS writes the formats of Office under endings of its own, which LibreOffice does not all know. */
const ENDINGS: Readonly<Record<string, string>> = { word: 'doc', excel: 'xls', slides: 'ppt' };

function note(format: 'docx' | 'xlsx' | 'pptx', how: string): Remark {
  return remark(
    'note',
    `由${DRAFTS[format]}转出的是草稿${how}，正文开头有“待核对”提示：请对照原件核对`,
  );
}

function refused(
  code: 'encrypted' | 'damaged' | 'too-large' | 'old-format',
  broken: string,
  format: 'docx' | 'xlsx' | 'pptx',
  offered: boolean,
): ImportFailure {
  const anew = `用 Word、Excel 或 WPS 打开，点“文件—另存为”，保存类型选“${NEW_NAMES[format]}”，再导入新文件`;
  return new ImportFailure(
    code,
    broken,
    offered ? `加上 --libreoffice，用这台机器上的 LibreOffice 转换；或${anew}` : anew,
  );
}

const MAINS: Readonly<Record<string, Renewed['format']>> = {
  document: 'docx',
  workbook: 'xlsx',
  presentation: 'pptx',
};

/** A newer file under an old name: Word and Excel open it, and so do we. */
function takenAs(bytes: Uint8Array, extension: string, megabytes: number): Renewed {
  const format = reading(() => {
    const file = new OfficePackage(bytes, megabytes);
    if (file.bytes('OFD.xml')) return 'ofd';
    const main = file.bytes(file.main() ?? '');
    return main && MAINS[rootOf(main) ?? ''];
  });
  if (format === undefined)
    throw new ImportFailure(
      'wrong-extension',
      `扩展名是 .${extension}，内容却是压缩包`,
      '按真实类型改扩展名，或解开后导入其中的文件',
    );
  return {
    format,
    bytes,
    remarks: [
      remark('note', `扩展名是 .${extension}，内容其实是 .${format} 文件，已照 .${format} 读取`),
    ],
  };
}
