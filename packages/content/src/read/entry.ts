import { camelKeys } from '../camel.ts';
import type { EntryData } from '../entry.ts';
import { figuresOf } from '../figures.ts';
import { START } from '../problem.ts';
import { HEAD_CHARACTERS, longHead } from './bounds.ts';
import { digestOf } from './checked.ts';
import { decode } from './decode.ts';
import { decodeProblem } from './decode-problem.ts';
import { readAttachments } from './entry/attachments.ts';
import { checkAttribute } from './entry/attribute.ts';
import { readBody } from './entry/body.ts';
import { fieldLines, readData } from './entry/data.ts';
import { collectMentions } from './entry/mentions.ts';
import type { EntryInput, EntryReading } from './entry/reading.ts';
import { Reading } from './entry/reading.ts';
import { readTable } from './entry/table.ts';
import { textSlips } from './entry/text-slips.ts';
import { readHead, splitFrontMatter } from './front-matter.ts';
import { withLosses, yamlProblems } from './yaml-problems.ts';

export type {
  EntryInput,
  EntryReading,
  FileMention,
  Mention,
  SideFile,
} from './entry/reading.ts';

/** Reads one entry with everything beside it. Pure but for the lazily read side files. */
export function readEntry(input: EntryInput): EntryReading {
  const reading = new Reading(input);
  const decoded = decode(input.bytes);
  if ('broken' in decoded) return reading.failed(decodeProblem(input.file, decoded));
  // The compiler of .mdx reads UTF-8 only: read otherwise, it could be another document.
  if (input.place.extension === 'mdx' && decoded.encoding !== 'utf-8') {
    return reading.failed(decodeProblem(input.file, { broken: 'not-utf-8', line: 1 }));
  }
  const cut = splitFrontMatter(decoded.text);
  if (!cut) return reading.fail('shape/front-matter-missing', START);
  if (cut.head.length > HEAD_CHARACTERS)
    return reading.failed(longHead(input.file, cut.head.length));
  const split = readHead(cut);
  if (split.yaml.errors.length > 0) {
    reading.problems.push(...yamlProblems(input.file, split.yaml.errors));
    return reading.done();
  }
  const data = readData(reading, split);
  const problems = withLosses(input.file, split.yaml, reading.problems);
  reading.problems.splice(0, reading.problems.length, ...problems);
  const links = readBody(reading, split);
  if (!data) return reading.done();
  textSlips(reading, split, data, links);
  const table = readTable(reading, split, data);
  const attachments = readAttachments(reading, split, data, links);
  checkAttribute(reading, split, data);
  collectMentions(reading, split, data);
  const { place } = input;
  const figures = data.matter === undefined ? [] : figuresOf(data, split);
  return reading.done({
    id: place.id,
    county: input.county,
    file: input.file,
    format: place.extension,
    year: place.year,
    ...(place.domain === undefined ? {} : { domain: place.domain }),
    ...(place.item === undefined ? {} : { item: place.item }),
    data: camelKeys(data) as EntryData,
    hasBody: split.body.trim() !== '',
    ...(table === undefined ? {} : { table }),
    ...(figures.length === 0 ? {} : { figures }),
    attachments,
    files: [...input.folder.keys()].sort(),
    lines: fieldLines(split, data),
    digest: digestOf(input.bytes),
    ...(reading.tableDigest === undefined ? {} : { tableDigest: reading.tableDigest }),
  });
}
