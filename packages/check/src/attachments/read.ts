import { decode } from '@columns/content';
import { OfficeFailure } from '../office/index.ts';
import type { PersonalType } from '../personal/index.ts';
import {
  findPersonal,
  mask,
  mayBePersonalAs,
  personalInCsv,
  personalInLines,
} from '../personal/index.ts';
import type { RuleId } from '../rules/index.ts';
import type { Thresholds } from '../settings/index.ts';
import { extensionOf, FORMATS, SIGNATURE_NAMES, signatureOf } from './formats.ts';
import { readLegacy } from './legacy.ts';
import { readOffice } from './office.ts';
import type { Inside, Passage, Take } from './passage.ts';
import { PdfReader } from './pdf.ts';

/** What is wrong with one file, apart from where it stands: plain data, without anything personal. */
export interface AttachmentFacts {
  readonly faults: readonly {
    readonly rule: RuleId;
    readonly value: string;
    readonly other?: string;
    readonly expected?: string;
  }[];
  /** Personal data inside, masked, with the place in the file. */
  readonly personal: readonly {
    readonly type: PersonalType;
    readonly value: string;
    readonly where: string;
  }[];
}

/** The most findings that are told of one file: a roster of a thousand numbers is one mistake. */
const MOST = 5;

/** Reads files beside entries; keeps a thread for PDF files, which `close` ends. */
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
    const personal: { type: PersonalType; value: string; where: string }[] = [];
    const take: Take = (passage) => personal.push(...inPassage(passage));
    try {
      const { active } = await this.#inside(extension, signature, bytes, take);
      return { faults: active.map((value) => ({ rule: 'safety/macro', value })), personal };
    } catch (error) {
      if (error instanceof OfficeFailure && error.code === 'too-large') {
        const value = `${this.#limits['unpacked-megabytes']} MB`;
        return { ...only({ rule: 'safety/unpacked-size', value }), personal };
      }
      const value = error instanceof Unreadable ? error.message : '文件损坏，或设有密码';
      return { ...only({ rule: 'safety/unreadable', value }), personal };
    }
  }

  close(): Promise<void> {
    return this.#pdf.close();
  }

  async #inside(
    extension: string,
    signature: ReturnType<typeof signatureOf>,
    bytes: Uint8Array,
    take: Take,
  ): Promise<Inside> {
    switch (signature) {
      case 'pdf': {
        const answer = await this.#pdf
          .read(bytes, this.#limits['pdf-pages'])
          .catch((error: Error) => {
            throw new Unreadable(
              /\p{Script=Han}/u.test(error.message) ? error.message : '文件损坏',
            );
          });
        if (answer.broken !== undefined) throw new Unreadable(answer.broken);
        for (const line of answer.lines) take(line);
        return answer;
      }
      case 'zip':
        return readOffice(bytes, this.#limits['unpacked-megabytes'], take);
      case 'ole':
        return readLegacy(bytes, take);
      case 'text': {
        const decoded = decode(bytes);
        if (!('text' in decoded)) throw new Unreadable('文字的编码不是 UTF-8 或 GB18030');
        const { text } = decoded;
        const hits = extension === 'csv' ? personalInCsv(text) : personalInLines(text);
        for (const { type, value, line } of hits)
          take({ text: '', where: '', hit: { type, value, where: `第 ${line} 行` } });
        return { active: [] };
      }
      default:
        return { active: [] };
    }
  }
}

class Unreadable extends Error {}

function only(fault: AttachmentFacts['faults'][number]): AttachmentFacts {
  return { faults: [fault], personal: [] };
}

function inPassage({ text, where, around, hit }: Passage): AttachmentFacts['personal'] {
  if (hit) return [hit];
  if (!mayBePersonalAs(text, around ?? {})) return [];
  return findPersonal(text, around).map((datum) => ({
    type: datum.type,
    value: mask(datum),
    where,
  }));
}

/** The first few of a file's findings, and how many there are of each type. */
export function told(personal: AttachmentFacts['personal']): {
  readonly shown: AttachmentFacts['personal'];
  readonly rest: number;
} {
  return { shown: personal.slice(0, MOST), rest: Math.max(0, personal.length - MOST) };
}
