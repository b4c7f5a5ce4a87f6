import type { Signature } from '@columns/office';
import { extensionOf, signatureOf } from '@columns/office';
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

/** What reading one of the others may take, in MB and seconds. */
const BOUNDS: ProcessBounds = { memory: 720, heap: 600, seconds: 60 };

/** Reads files beside entries; keeps processes for PDF, old and large files, which `close` ends. */
export class AttachmentReader {
  readonly #pdf: PdfReader;
  readonly #old = new OldReader();
  readonly #heavy: BoundedProcess<HeavyQuestion, AttachmentFacts | undefined>;
  readonly #limits: Thresholds;

  /**
   * @param bounds what the process may use that reads large files
   * @param pdf whoever reads PDF files already lends its reader; it is closed with this one
   */
  constructor(limits: Thresholds, bounds: ProcessBounds = BOUNDS, pdf = new PdfReader()) {
    this.#limits = limits;
    this.#pdf = pdf;
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
   * tables, and whatever pieces its text lies in. What runs in it is looked for in the file itself.
   */
  async #asNew(bytes: Uint8Array): Promise<AttachmentFacts['personal']> {
    const isLarge = bytes.length > LIGHT_BYTES;
    if (isLarge) await this.#pdf.close();
    const made = await this.#old.read(bytes);
    if (isLarge) await this.#old.close();
    if ('broken' in made) return [];
    return (await this.#read(`a.${made.format}`, made.bytes, 'zip')).personal;
  }

  async #read(name: string, bytes: Uint8Array, signature: Signature): Promise<AttachmentFacts> {
    const most = this.#limits['unpacked-megabytes'];
    const megabytes = Math.min(most, LIGHT_UNPACKED);
    const means = { megabytes, limits: this.#limits, pdf: this.#pdf };
    if (bytes.length <= LIGHT_BYTES || LIGHT.has(signature)) {
      const facts = await readFacts(name, bytes, means);
      if (facts) return facts;
      if (megabytes === most) return this.#tooLarge();
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

/** What was found in two readings of one file, each datum once, where the first one has it. */
function together(personal: AttachmentFacts['personal'], facts: AttachmentFacts): AttachmentFacts {
  const known = new Set(personal.map(({ type, value }) => `${type} ${value}`));
  const others = facts.personal.filter(({ type, value }) => !known.has(`${type} ${value}`));
  return { ...facts, personal: [...personal, ...others] };
}

/** The first few of a file's findings, and how many there are of each type. */
export function told(personal: AttachmentFacts['personal']): {
  readonly shown: AttachmentFacts['personal'];
  readonly rest: number;
} {
  return { shown: personal.slice(0, MOST), rest: Math.max(0, personal.length - MOST) };
}
