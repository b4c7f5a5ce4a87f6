import { describe, expect, test } from 'vitest';
import { fileNameFault, folded, ID_PATTERN, idFault, mayFold } from '../src/names.ts';
import { idSchema } from '../src/schema/common.ts';

const DEVICES = ['con', 'prn', 'aux', 'nul', 'com1', 'com9', 'lpt1', 'lpt9'];

describe('an id', () => {
  test.each(['a', 'school-list-2023', '2023', 'console', 'con-2023', 'x'.repeat(64)])(
    'may be %s',
    (id) => {
      expect(idFault(id)).toBeUndefined();
      expect(ID_PATTERN.test(id)).toBe(true);
    },
  );

  test.each([
    ...DEVICES.map((id) => [id, 'device']),
    ['CON', 'device'],
    ['x'.repeat(65), 'long'],
    ['', 'characters'],
    ['高温', 'characters'],
    ['a_b', 'characters'],
    ['a-', 'characters'],
    ['-a', 'characters'],
    ['a.b', 'characters'],
    ['A', 'characters'],
  ])('may not be “%s”: %s', (id, fault) => {
    expect(idFault(id)).toBe(fault);
    expect(ID_PATTERN.test(id)).toBe(false);
  });

  test('of an item or a domain is held to the same', () => {
    expect(idSchema.safeParse('school-directory').success).toBe(true);
    for (const id of DEVICES) {
      expect(idSchema.safeParse(id).error?.issues[0]?.message).toContain('Windows 保留的名字');
    }
  });
});

describe('the name of a file', () => {
  test.each(['a.pdf', 'Form_2.DOCX', '1.csv', 'maps/north.png', 'a.tar.gz', 'console.txt', 'a'])(
    'may be %s',
    (name) => expect(fileNameFault(name)).toBeUndefined(),
  );

  test.each([
    ['.pdf', 'hidden'],
    ['.htaccess', 'hidden'],
    ['maps/.png', 'hidden'],
    ['a//b.png', 'hidden'],
    ['..', 'hidden'],
    ['a.pdf.', 'end'],
    ['a.pdf ', 'characters'],
    ['a:b.pdf', 'characters'],
    ['a?.pdf', 'characters'],
    ['a\\b.pdf', 'characters'],
    ['a\u0007.pdf', 'characters'],
    ['a\n.pdf', 'characters'],
    ['申请表.pdf', 'characters'],
    ['-rf.pdf', 'start'],
    ['_a.pdf', 'start'],
    ...DEVICES.flatMap((name) => [
      [`${name}.pdf`, 'device'],
      [`${name.toUpperCase()}.tar.gz`, 'device'],
      [`maps/${name}`, 'device'],
      [`${name}/a.png`, 'device'],
    ]),
    [`${'a'.repeat(77)}.pdf`, 'long'],
  ])('may not be “%s”: %s', (name, fault) => expect(fileNameFault(name)).toBe(fault));
});

test('names that differ by case or by the form of their characters are the same when folded', () => {
  expect(folded('A.PDF')).toBe(folded('a.pdf'));
  expect(folded('é'.normalize('NFD'))).toBe(folded('é'));
  expect(folded('a-2.pdf')).not.toBe(folded('a.pdf'));
});

test('a name that folding leaves as it is has no twin', () => {
  expect(mayFold('2023/school-list_2.csv')).toBe(false);
  for (const name of ['A', '表', 'é'.normalize('NFD')]) expect(mayFold(name)).toBe(true);
});
