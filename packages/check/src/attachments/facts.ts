import type { Inside, Pace, Signature } from '@columns/office';
import {
  extensionOf,
  joinedCells,
  OfficeFailure,
  readWhole,
  signatureOf,
  TableHeads,
} from '@columns/office';
import type { PdfReader } from '@columns/office/pdf';
import { TimeAllowance } from '@columns/office/process';
import { personalInLines } from '../personal/index.ts';
import type { RuleId } from '../rules/index.ts';
import type { Thresholds } from '../settings/index.ts';
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

/** How a file is read: what it may unpack to here, what is read of a PDF, and who stops it. */
export interface Means {
  readonly megabytes: number;
  readonly limits: Thresholds;
  readonly pdf: PdfReader;
  readonly pace?: Pace;
}

/** What all PDF files in one file may cost together, in seconds of the processor. */
const PDF_SECONDS = 60;

/**
 * What stands in a file that must not; nothing where it unpacks to more than `megabytes` or is stopped. Never
 * throws: a file that cannot be read is a fault of its own.
 */
export async function readFacts(
  name: string,
  bytes: Uint8Array,
  means: Means,
): Promise<AttachmentFacts | undefined> {
  const personal = new PersonalFacts();
  try {
    const { active, unread, unseen } = await inside(name, bytes, personal, means);
    personal.end();
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
    if (error instanceof OfficeFailure && error.code === 'too-large') return undefined;
    const fault = { rule: 'safety/unreadable' as const, value: '文件损坏，或设有密码' };
    return { ...only(fault), personal: personal.found };
  }
}

/** A file of which one thing is to be told. */
export function only(fault: AttachmentFacts['faults'][number]): AttachmentFacts {
  return { faults: [fault], personal: [], unseen: [] };
}

async function inside(
  name: string,
  bytes: Uint8Array,
  personal: PersonalFacts,
  { megabytes, limits, pdf, pace }: Means,
): Promise<Inside> {
  const signature: Signature = signatureOf(bytes);
  if (signature === 'text') return inText(bytes, extensionOf(name) === 'csv', personal);
  const ofPdf = { pages: limits['pdf-pages'], megabytes: limits['unpacked-megabytes'] };
  const time = new TimeAllowance(PDF_SECONDS);
  return readWhole({ name, bytes }, personal.take.bind(personal), {
    megabytes,
    ...(pace ? { pace } : {}),
    pdf: (file) =>
      pdf.read(file, ofPdf, time).catch((error: Error) => ({
        broken: /\p{Script=Han}/u.test(error.message) ? error.message : '文件损坏',
        lines: [],
        active: [],
        unseen: [],
        inner: [],
      })),
  });
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
    const names = new TableHeads();
    for (const { line, cells } of table.rows) {
      const heads = names.above(cells);
      for (const [index, cell] of cells.entries()) {
        const label = heads[index] ?? '';
        personal.take({ text: cell, where: `第 ${line} 行`, label, heads });
      }
      for (const joined of joinedCells(cells)) personal.take({ ...joined, where: `第 ${line} 行` });
    }
  }
  return { active: [], unread: faults, unseen: [] };
}
