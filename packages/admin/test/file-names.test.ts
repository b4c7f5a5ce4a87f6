import { expect, test } from 'vitest';
import { FileNames } from '../src/text/file-names.ts';

const FOLDER = 'content/qingshan/_notice/2026/heat';
const file = (name: string, text: string) => new File([text], name);
const nameOf = async (names: FileNames, name: string, text: string, folder?: string) =>
  (await names.choose(file(name, text), folder)).name;

test('two files of one name are two files', async () => {
  const names = new FileNames();
  expect(await nameOf(names, '申请表.docx', 'a')).toBe('shenqing-biao.docx');
  expect(await nameOf(names, '申请表.docx', 'b')).toBe('shenqing-biao-2.docx');
  expect(await nameOf(names, '申请表.docx', 'longer')).toBe('shenqing-biao-3.docx');
});

test('a name is taken by what stands in the entry’s folder, in whatever letters, and in no other', async () => {
  const names = new FileNames();
  names.store(`${FOLDER}/Form.PDF`);
  expect(await nameOf(names, 'form.pdf', 'a', FOLDER)).toBe('form-2.pdf');
  names.begin();
  expect(await nameOf(names, 'form.pdf', 'a', `${FOLDER}-2`)).toBe('form.pdf');
  names.begin();
  expect((await names.choose(file('form.pdf', 'a'), undefined, ['FORM.pdf'])).name).toBe(
    'form-2.pdf',
  );
});

test('the same file chosen again is the same file, until the page is another', async () => {
  const names = new FileNames();
  expect(await names.choose(file('表.txt', 'a'), FOLDER)).toEqual({
    name: 'biao.txt',
    again: false,
  });
  expect(await names.choose(file('别的.txt', 'a'), FOLDER)).toEqual({
    name: 'biao.txt',
    again: true,
  });
  names.store(`${FOLDER}/biao.txt`);
  names.begin();
  expect(await names.choose(file('表.txt', 'a'), FOLDER)).toEqual({
    name: 'biao-2.txt',
    again: false,
  });
});

test('what readers call a file is its name before it was stored', async () => {
  const names = new FileNames();
  const name = await nameOf(names, '附件1：申请表.DOC', 'a');
  expect(names.forReaders(name)).toBe('附件1：申请表');
  expect(names.forReaders(await nameOf(names, '.pdf', 'b'))).toBeUndefined();
  expect(names.forReaders('nothing.pdf')).toBeUndefined();
});
