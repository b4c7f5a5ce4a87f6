import { describe, expect, test } from 'vitest';
import type { Known } from '../src/run/plan.ts';
import { plan } from '../src/run/plan.ts';

const known = (path: string, more: Partial<Known> = {}): Known => ({
  path,
  digest: `bytes of ${path}`,
  words: [`words of ${path}`],
  beside: [],
  fails: false,
  done: false,
  draft: false,
  copy: false,
  ...more,
});
const roles = (...files: Known[]) =>
  Object.fromEntries(
    [...plan(files).roles].map(([path, role]) => [
      path,
      role.is === 'attached'
        ? `attached to ${role.to.join(' ')}`
        : role.is === 'same'
          ? `same as ${role.as}`
          : `entry${role.without.length > 0 ? ` without ${role.without.join(' ')}` : ''}`,
    ]),
  );

describe('a plan', () => {
  test('gives a file to the entry that names it, and to every entry that does', () => {
    expect(roles(known('a', { beside: ['c'] }), known('b', { beside: ['c'] }), known('c'))).toEqual(
      { a: 'entry', b: 'entry', c: 'attached to a b' },
    );
  });

  test('gives what an attached file names to nobody: it is an entry of its own', () => {
    expect(roles(known('a', { beside: ['b'] }), known('b', { beside: ['c'] }), known('c'))).toEqual(
      { a: 'entry', b: 'attached to a', c: 'entry' },
    );
  });

  test('makes the first of files that name each other the entry', () => {
    expect(roles(known('a', { beside: ['b'] }), known('b', { beside: ['a'] }))).toEqual({
      a: 'entry',
      b: 'attached to a',
    });
    expect(
      roles(
        known('a', { beside: ['b'] }),
        known('b', { beside: ['c'] }),
        known('c', { beside: ['a'] }),
      ),
    ).toEqual({ a: 'entry', b: 'attached to a', c: 'entry without a' });
  });

  test('takes bytes once, and words once in whatever format', () => {
    expect(
      roles(
        known('a.pdf', { words: ['w'], draft: true }),
        known('b.docx', { words: ['w'] }),
        known('c.docx', { digest: 'bytes of b.docx', words: ['other'] }),
      ),
    ).toEqual({ 'a.pdf': 'same as b.docx', 'b.docx': 'entry', 'c.docx': 'same as b.docx' });
  });

  test('does not attach to a copy what only the copy names', () => {
    expect(
      roles(
        known('a', { words: ['w'] }),
        known('b', { words: ['w'], beside: ['c'], draft: true }),
        known('c'),
      ),
    ).toEqual({ a: 'entry', b: 'same as a', c: 'entry' });
  });

  test('calls a copy of an attached file a copy', () => {
    expect(
      roles(known('a', { beside: ['c'] }), known('b', { digest: 'bytes of c' }), known('c')),
    ).toEqual({ a: 'entry', b: 'same as c', c: 'attached to a' });
  });

  test('lets every file that cannot be read be told by itself', () => {
    const empty = { digest: 'empty', words: [], fails: true };
    expect(roles(known('a', empty), known('b', empty))).toEqual({ a: 'entry', b: 'entry' });
  });

  test('keeps what is imported already', () => {
    expect(
      roles(
        known('a', { beside: ['z'] }),
        known('y', { words: ['words of z'] }),
        known('z', { done: true }),
      ),
    ).toEqual({ a: 'entry', y: 'same as z', z: 'entry' });
  });

  test('takes what is called a copy for one, and what lacks its attachments', () => {
    const page = { digest: 'bytes of a page', words: ['w'] };
    expect(
      roles(
        known('备份/57', { ...page, beside: ['t/x'], copy: true }),
        known('t/57', { ...page, beside: ['t/x'] }),
        known('t/x'),
      ),
    ).toEqual({ '备份/57': 'same as t/57', 't/57': 'entry', 't/x': 'attached to t/57' });
    expect(
      roles(
        known('a/57', page),
        known('t/57', { ...page, beside: ['t/x'], copy: true }),
        known('t/x'),
      ),
    ).toEqual({ 'a/57': 'same as t/57', 't/57': 'entry', 't/x': 'attached to t/57' });
  });

  test('of ten thousand files that name each other in a row takes no time', () => {
    const files = Array.from({ length: 10_000 }, (_, index) =>
      known(String(index).padStart(5, '0'), { beside: [String(index + 1).padStart(5, '0')] }),
    );
    const start = performance.now();
    const { roles: given } = plan(files);
    expect(performance.now() - start).toBeLessThan(5000);
    expect([...given.values()].filter(({ is }) => is === 'attached')).toHaveLength(5000);
  });
});
