import type { Pace, Signature } from '@columns/office';
import { extensionOf, OfficeFailure, signatureOf } from '@columns/office';
import { OldReader } from '@columns/office/old';
import { PdfReader } from '@columns/office/pdf';
import type { ProcessBounds } from '@columns/office/process';
import { BoundedProcess } from '@columns/office/process';
import type { Thresholds } from '../settings/index.ts';
import type { AttachmentFacts } from './facts.ts';
import { only, readFacts } from './facts.ts';
import { FORMATS, SIGNATURE_NAMES } from './formats.ts';
import type { HeavyQuestion } from './heavy.ts';

export type { AttachmentFacts } from './facts.ts';

/** The most findings that are told of one file: a roster of a thousand numbers is one mistake. */
const MOST = 5;

/**
 * What is read here, and not in a process of its own: what nearly all files are. No file of so many bytes,
 * whatever it holds, takes more than some hundred MB of memory.
 */
const LIGHT_UNPACKED = 16;
const LIGHT_BYTES = 2 * 2 ** 20;
/** Files whose bytes are looked through piece by piece, or by a process of their own, however long they are. */
const LIGHT = new Set(['pdf', 'png', 'jpeg', 'gif', 'webp', 'mp4', 'webm', 'mp3', 'zip']);

/** Seconds of the processor after which a file is no ordinary one, however small it is. */
const LIGHT_SECONDS = 10;
/** How often the clock is looked at while a file is read: once in so many steps. */
const STEPS = 256;

/** Stops a reading in this thread that costs more than so many seconds of the processor. */
function stopAfter(seconds: number): Pace {
  const spent = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1e6;
  };
  const end = spent() + seconds;
  let steps = 0;
  return () => {
    if (++steps % STEPS === 0 && spent() > end)
      throw new OfficeFailure('too-large', '读取用时过长', '');
  };
}

/** What reading one of the others may take, in MB and seconds. */
const BOUNDS: ProcessBounds = { memory: 720, heap: 600, seconds: 60 };

export interface Readers {
  /** What the process may use that reads large files. */
  readonly bounds?: ProcessBounds;
  /** Whoever reads PDF or old files already lends its reader; it is closed with this one. */
  readonly pdf?: PdfReader;
  readonly old?: OldReader;
}

/** Reads files beside entries; keeps processes for PDF, old and large files, which `close` ends. */
export class AttachmentReader {
  readonly #pdf: PdfReader;
  readonly #old: OldReader;
  readonly #heavy: BoundedProcess<HeavyQuestion, AttachmentFacts | undefined>;
  readonly #limits: Thresholds;

  constructor(limits: Thresholds, readers: Readers = {}) {
    const { bounds = BOUNDS, pdf = new PdfReader(), old = new OldReader() } = readers;
    this.#limits = limits;
    this.#pdf = pdf;
    this.#old = old;
    this.#heavy = new BoundedProcess(new URL('./heavy.ts', import.meta.url), bounds);
  }

  /** What stands in a file that must not. Never throws: a file that cannot be read is a fault of its own. */
  async read(name: string, bytes: Uint8Array): Promise<AttachmentFacts> {
    const extension = extensionOf(name);
    const allowed = FORMATS.get(extension);
    const signature = signatureOf(bytes);
    if (!allowed) {
      const expected = [...FORMATS.keys()].join('、');
      return only({
        rule: 'safety/file-kind',
        value: extension === '' ? '没有扩展名' : extension,
        expected,
      });
    }
    if (!allowed.includes(signature)) {
      const other = SIGNATURE_NAMES[signature];
      return only({ rule: 'safety/file-type', value: `.${extension}`, other });
    }
    if (signature === 'text' && String.fromCharCode(...bytes.subarray(0, 5)) === RTF)
      return only({ rule: 'safety/file-type', value: `.${extension}`, other: ' RTF 文件' });
    const facts = await this.#read(name, bytes, signature);
    // What is refused already need not be read a second time: one file takes the time of one reading.
    if (signature !== 'ole' || facts.faults.some(({ rule }) => rule === 'safety/unreadable'))
      return facts;
    return together(await this.#asNew(bytes), facts);
  }

  async close(): Promise<void> {
    await Promise.all([this.#pdf.close(), this.#old.close(), this.#heavy.close()]);
  }

  /**
   * Personal data in the text and cells of an old Word or Excel file, as in a new one: with the heads of its
   * tables, and whatever pieces its text lies in; and whether it could be read at all. What runs in it is looked
   * for in the file itself.
   */
  async #asNew(bytes: Uint8Array): Promise<Omit<AttachmentFacts, 'unseen'>> {
    const isLarge = bytes.length > LIGHT_BYTES;
    if (isLarge) await this.#pdf.close();
    const made = await this.#old.read(bytes);
    if (isLarge) await this.#old.close();
    if ('broken' in made) {
      // Slides and the files of Word 95 are looked through as bytes alone: a person is told to see them.
      if (made.code === 'old-format') return { faults: [], personal: [] };
      return only({
        rule: 'safety/unreadable',
        value: `整个文件（${made.broken}）`,
        other: SAVE_AS_NEW[made.code],
      });
    }
    const { faults, personal } = await this.#read(`a.${made.format}`, made.bytes, 'zip');
    return { faults: faults.filter(({ rule }) => UNREAD.has(rule)), personal };
  }

  async #read(name: string, bytes: Uint8Array, signature: Signature): Promise<AttachmentFacts> {
    const most = this.#limits['unpacked-megabytes'];
    const megabytes = Math.min(most, LIGHT_UNPACKED);
    const pace = stopAfter(LIGHT_SECONDS);
    const means = { megabytes, limits: this.#limits, pdf: this.#pdf, pace };
    if (bytes.length <= LIGHT_BYTES || LIGHT.has(signature)) {
      const facts = await readFacts(name, bytes, means);
      if (facts) return facts;
    }
    return this.#readApart(name, bytes);
  }

  async #readApart(name: string, bytes: Uint8Array): Promise<AttachmentFacts> {
    // A process of PDF files may have grown with those before: two at once are one too many.
    await this.#pdf.close();
    try {
      const facts = await this.#heavy.ask({ name, bytes, limits: this.#limits });
      return facts ?? this.#tooLarge();
    } catch (error) {
      const why = error instanceof Error ? error.message : '';
      return only({
        rule: 'safety/unreadable',
        value: `整个文件（${/\p{Script=Han}/u.test(why) ? why : '读取失败'}）`,
        other:
          '把文件分成几个，内嵌的文件取出来另作附件；内容不多的，用 WPS 或 Office 打开后另存一份',
      });
    }
  }

  #tooLarge(): AttachmentFacts {
    return only({
      rule: 'safety/unpacked-size',
      value: `${this.#limits['unpacked-megabytes']} MB`,
    });
  }
}

const RTF = '{\\rtf';

/** What to do with an old file that no reader turns into a new one. */
const SAVE_AS_NEW = {
  'too-large': '用 WPS 或 Office 打开，另存为 .docx 或 .xlsx，太大的分成几个',
  damaged: '用 WPS 或 Office 打开，核对后另存为 .docx 或 .xlsx；打不开的，重新取得完整的文件',
  encrypted: '取消密码后，用 WPS 或 Office 另存为 .docx 或 .xlsx',
} as const;

/** Faults that say that something was not read. */
const UNREAD: ReadonlySet<string> = new Set(['safety/unreadable', 'safety/unpacked-size']);

/** What was found in two readings of one file, each datum once, where the first one has it. */
function together(
  { faults, personal }: Omit<AttachmentFacts, 'unseen'>,
  facts: AttachmentFacts,
): AttachmentFacts {
  const known = new Set(personal.map(({ type, value }) => `${type} ${value}`));
  const others = facts.personal.filter(({ type, value }) => !known.has(`${type} ${value}`));
  return { ...facts, faults: [...facts.faults, ...faults], personal: [...personal, ...others] };
}

/** The first few of a file's findings, and how many there are of each type. */
export function told(personal: AttachmentFacts['personal']): {
  readonly shown: AttachmentFacts['personal'];
  readonly rest: number;
} {
  return { shown: personal.slice(0, MOST), rest: Math.max(0, personal.length - MOST) };
}
