import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../src/index.ts';
import { unforeseen } from '../src/last-words.ts';
import { writeSmallCounty } from './small-county.ts';

// Whoever reads what a command prints is safe from what stands in content.

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'columns-output-'));
  writeSmallCounty(root);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Lines that a runner on GitHub would obey, read as it reads them. */
function obeyed(log: string): string[] {
  let word: string | undefined;
  return log.split('\n').filter((line) => {
    const [, name, value] = /^\s*::([a-z-]+|[0-9a-f-]{36})(?: [^:]*)?::(.*)$/.exec(line) ?? [];
    if (name === undefined) return false;
    if (word !== undefined) {
      if (name === word) word = undefined;
      return false;
    }
    if (name !== 'stop-commands') return true;
    word = value;
    return false;
  });
}

async function columns(args: string[], onFirst: (text: string) => void = () => undefined) {
  let said = '';
  let first = true;
  const code = await main(args, {
    root,
    env: { GITHUB_ACTIONS: 'true' },
    out: (text) => {
      said += text;
      if (first && !text.startsWith('::')) {
        first = false;
        onFirst(text);
      }
    },
    err: (text) => {
      said += text;
    },
  });
  return { code, said };
}

const HOSTILE = 'a\n::error file=x,title=FORGED::written by a name\n\u001b[2J\u001b[Hb\u202e';
const UNSEEN = /[^\n\P{Cc}]|\p{Cf}/u;

describe('an error that nobody foresaw', () => {
  test.each([['check', '--format', 'github'], ['check'], ['today']])(
    'in columns %s ends it with 1, gives the runner no command, and rewrites no screen',
    async (...args) => {
      const { code, said } = await columns(args, () => {
        throw new Error(`EIO: '${HOSTILE}'`);
      });
      expect(code).toBe(1);
      expect(said).toContain('出现意外');
      expect(said).toContain('⟦U+001B⟧[2J');
      expect(said).not.toMatch(UNSEEN);
      expect(obeyed(said).filter((line) => line.includes('FORGED'))).toEqual([]);
    },
  );

  test('tells its cause too, and is told when what was thrown is no error', () => {
    expect(unforeseen(new Error('outer', { cause: new Error('inner') }))).toContain('│ inner');
    expect(unforeseen('just words')).toContain('│ just words');
  });
});

describe('a file name that would rewrite the report', () => {
  const name = '\u001b[2J\u001b[H检查通过，没有发现问题。\u001b[8m\u202e.md';

  test.runIf(process.platform !== 'win32').each(['text', 'github', 'json'])(
    'is shown sign by sign in the format %s',
    async (format) => {
      writeFileSync(join(root, 'content/demo/_notice/2025', name), 'x');
      const { said } = await columns(['check', '--format', format]);
      expect(said).toContain('检查通过，没有发现问题。');
      expect(said).toContain(format === 'json' ? '\\u001b[2J' : '⟦U+001B⟧[2J');
      expect(said).not.toMatch(UNSEEN);
    },
  );

  test('still has annotations of ours obeyed on GitHub', async () => {
    writeFileSync(join(root, 'content/demo/_notice/2025/bad.md'), 'x');
    const { said } = await columns(['check', '--format', 'github']);
    expect(obeyed(said)).toEqual([
      expect.stringMatching(/^::error file=content\/demo\/_notice\/2025\/bad.md,/),
    ]);
  });
});

describe('a reader who goes away', () => {
  const bin = join(import.meta.dirname, '../bin/columns.ts');

  test('ends the command with its own code and without a word', async () => {
    const child = spawn(process.execPath, ['--no-warnings', bin, 'headers', '--help'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    const code = await new Promise((ready) => child.once('close', ready));
    expect({ code, said }).toEqual({ code: 0, said: '' });
  });
});
