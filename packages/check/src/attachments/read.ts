import type { Inside, Signature } from '@columns/office';
import { extensionOf, joinedCells, OfficeFailure, readWhole, signatureOf } from '@columns/office';
import { PdfReader } from '@columns/office/pdf';
import { personalInLines } from '../personal/index.ts';
import type { RuleId } from '../rules/index.ts';
import type { Thresholds } from '../settings/index.ts';
import { FORMATS, SIGNATURE_NAMES } from './formats.ts';
import type { PersonalFact } from './passage.ts';
import { PersonalFacts } from './passage.ts';
import { readText, tableRows } from './text.ts';

/** What is wrong with one file, apart from where it stands: plain data, without anything personal. */
export interface AttachmentFacts {
  readonly faults: readonly {
    readonly rule: RuleId;
    readonly value: string;
    readonly other?: string;
    readonly expected?: string;
  }[];
  readonly personal: readonly PersonalFact[];
  /** What in it only a person can see, in Chinese. */
  readonly unseen: readonly string[];
}

/** The most findings that are told of one file: a roster of a thousand numbers is one mistake. */
const MOST = 5;

/** Reads files beside entries; keeps a process for PDF files, which `close` ends. */
export class AttachmentReader {
  readonly #pdf = new PdfReader();
  readonly #limits: Thresholds;

  constructor(limits: Thresholds) {
    this.#limits = limits;
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
    const personal = new PersonalFacts();
    try {
      const { active, unread, unseen } = await this.#inside(name, signature, bytes, personal);
      return {
        faults: [
          ...active.map((value) => ({ rule: 'safety/macro' as const, value })),
          ...unread.map(({ what, mend }) => ({
            rule: 'safety/unreadable' as const,
            value: what,
            other: mend,
          })),
        ],
        personal: personal.found,
        unseen,
      };
    } catch (error) {
      const tooLarge = error instanceof OfficeFailure && error.code === 'too-large';
      const fault = tooLarge
        ? {
            rule: 'safety/unpacked-size' as const,
            value: `${this.#limits['unpacked-megabytes']} MB`,
          }
        : { rule: 'safety/unreadable' as const, value: '文件损坏，或设有密码' };
      return { ...only(fault), personal: personal.found };
    }
  }

  close(): Promise<void> {
    return this.#pdf.close();
  }

  async #inside(
    name: string,
    signature: Signature,
    bytes: Uint8Array,
    personal: PersonalFacts,
  ): Promise<Inside> {
    const take = personal.take.bind(personal);
    if (signature === 'text') return inText(bytes, extensionOf(name) === 'csv', personal);
    const megabytes = this.#limits['unpacked-megabytes'];
    const limits = { pages: this.#limits['pdf-pages'], megabytes };
    return readWhole({ name, bytes }, take, {
      megabytes,
      pdf: (file) =>
        this.#pdf.read(file, limits).catch((error: Error) => ({
          broken: /\p{Script=Han}/u.test(error.message) ? error.message : '文件损坏',
          lines: [],
          active: [],
          unseen: [],
          inner: [],
        })),
    });
  }
}

function inText(bytes: Uint8Array, isTable: boolean, personal: PersonalFacts): Inside {
  const { text, unread } = readText(bytes, isTable, (passage) => personal.take(passage));
  const faults = unread ? [unread] : [];
  if (!isTable) {
    personal.add(
      personalInLines(text).map(({ type, value, line }) => ({
        type,
        value,
        where: `第 ${line} 行`,
      })),
    );
  } else {
    const table = tableRows(text);
    if (table.unread) faults.push(table.unread);
    const heads = table.rows[0]?.cells ?? [];
    for (const { line, cells } of table.rows) {
      const isHead = cells === heads;
      for (const [index, cell] of cells.entries()) {
        const label = isHead ? '' : (heads[index] ?? '');
        personal.take({ text: cell, where: `第 ${line} 行`, label, heads });
      }
      for (const joined of joinedCells(cells)) personal.take({ ...joined, where: `第 ${line} 行` });
    }
  }
  return { active: [], unread: faults, unseen: [] };
}

function only(fault: AttachmentFacts['faults'][number]): AttachmentFacts {
  return { faults: [fault], personal: [], unseen: [] };
}

/** The first few of a file's findings, and how many there are of each type. */
export function told(personal: AttachmentFacts['personal']): {
  readonly shown: AttachmentFacts['personal'];
  readonly rest: number;
} {
  return { shown: personal.slice(0, MOST), rest: Math.max(0, personal.length - MOST) };
}
