import { describe, expect, it } from 'vitest';
import { Allowance, OfficeFailure, OfficePackage, Zip } from '../src/index.ts';
import { zip } from './files.ts';

const read = (bytes: Uint8Array, name: string, megabytes = 1) =>
  new TextDecoder().decode(new Zip(bytes, megabytes).read(name));
const failure = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error instanceof OfficeFailure ? error.code : error;
  }
  return undefined;
};

/** The same zip with sizes and offsets in 64 bits, as programs that write large tables always do. */
function inZip64(bytes: Uint8Array): Uint8Array {
  const plain = Buffer.from(bytes);
  const entry = plain.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const end = plain.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const nameLength = plain.readUInt16LE(entry + 28);
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  for (const [at, place] of [
    [4, 24],
    [12, 20],
    [20, 42],
  ] as const) {
    extra.writeBigUInt64LE(BigInt(plain.readUInt32LE(entry + place)), at);
  }
  const head = Buffer.from(plain.subarray(entry, entry + 46 + nameLength));
  for (const place of [20, 24, 42]) head.writeUInt32LE(0xffffffff, place);
  head.writeUInt16LE(28, 30);
  const start = entry;
  const directory = Buffer.concat([head, extra]);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(1n, 24);
  record.writeBigUInt64LE(1n, 32);
  record.writeBigUInt64LE(BigInt(directory.length), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8);
  locator.writeUInt32LE(1, 16);
  const last = Buffer.from(plain.subarray(end));
  for (const place of [8, 10]) last.writeUInt16LE(0xffff, place);
  for (const place of [12, 16]) last.writeUInt32LE(0xffffffff, place);
  return Uint8Array.from(
    Buffer.concat([plain.subarray(0, start), directory, record, locator, last]),
  );
}

describe('a zip', () => {
  it('is read in its longer form as well', () => {
    expect(read(inZip64(zip({ 'a.xml': '<a>表</a>' })), 'a.xml')).toBe('<a>表</a>');
  });

  it('has its parts by name in whatever case', () => {
    expect(read(zip({ 'xl/SharedStrings.xml': '<sst/>' }), 'XL/sharedstrings.XML')).toBe('<sst/>');
  });

  it('gives both of two parts of one name', () => {
    const bytes = Buffer.from(zip({ 'a.xml': '<a/>', 'b.xml': '<b/>' }));
    const twice = Buffer.from(bytes.toString('latin1').replaceAll('b.xml', 'a.xml'), 'latin1');
    const texts = new Zip(twice, 1).parts().map((part) => new TextDecoder().decode(part.read()));
    expect(texts).toEqual(['<a/>', '<b/>']);
  });

  it('names its parts in GB18030 where they are no UTF-8', () => {
    const bytes = Buffer.from(zip({ 'aaaa.txt': '文' }));
    const gb = Buffer.from([0xb1, 0xed, 0xb8, 0xf1]).toString('latin1');
    const named = Buffer.from(bytes.toString('latin1').replaceAll('aaaa', gb), 'latin1');
    expect(new Zip(named, 1).names()).toEqual(['表格.txt']);
  });

  it('unpacks no more than is allowed, together with all zips that share the allowance', () => {
    const bytes = zip({ 'a.xml': ' '.repeat(600 * 1024) });
    const allowance = new Allowance(1);
    new Zip(bytes, allowance).read('a.xml');
    expect(failure(() => new Zip(bytes, allowance))).toBe('too-large');
    expect(failure(() => new Zip(zip({ 'a.xml': ' '.repeat(2 ** 21) }), 1))).toBe('too-large');
  });

  it('counts a part once, however often it is read', () => {
    const file = new Zip(zip({ 'a.xml': ' '.repeat(600 * 1024) }), 1);
    file.read('a.xml');
    expect(file.read('a.xml')).toHaveLength(600 * 1024);
  });

  it('is refused where it is cut off, or claims other sizes and sums than it has', () => {
    const bytes = zip({ 'a.xml': '<a>表</a>' });
    expect(failure(() => new Zip(bytes.subarray(0, -10), 1))).toBe('damaged');
    const entry = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    for (const place of [16, 24]) {
      const liar = Uint8Array.from(bytes);
      liar[entry + place] = (liar[entry + place] ?? 0) ^ 1;
      expect(['damaged', 'too-large']).toContain(failure(() => read(liar, 'a.xml')));
    }
  });
});

it('a package finds the part that a relation means in other letters', () => {
  const file = new OfficePackage(
    zip({
      '_rels/.rels':
        '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="XL/Workbook.xml"/></Relationships>',
      'xl/workbook.xml': '<workbook/>',
    }),
    1,
  );
  expect(file.tree(file.main())?.name).toBe('workbook');
});
