import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadStandard } from '@columns/standard';
import { onTestFinished } from 'vitest';
import type { ColumnReading } from '../src/index.ts';
import { readColumn } from '../src/index.ts';

/**
 * Texts or bytes by path below `content/`; `{ link }` is a symbolic link to that target, `{ pipe }` what no
 * reader may open.
 */
export type Files = Record<
  string,
  string | Uint8Array | { readonly link: string } | { readonly pipe: true }
>;

/** The demonstration county that fixtures put their files into. */
export const COUNTY =
  'id: shili\nname: 示例县\nlevel: county\nstructure: national-26\ndemo: true\n';

/** Writes `files` and a `county.yaml` (unless they bring one) to a folder that goes with the test. */
export function makeCounty({ files }: { files: Files }): { contentRoot: string } {
  const contentRoot = realpathSync(mkdtempSync(join(tmpdir(), 'content-')));
  onTestFinished(() => rmSync(contentRoot, { recursive: true, force: true }));
  const all: Files = { 'shili/county.yaml': COUNTY, ...files };
  for (const [path, content] of Object.entries(all)) {
    const full = join(contentRoot, path);
    mkdirSync(dirname(full), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(full, content);
    else if ('link' in content) symlinkSync(content.link, full);
    else execFileSync('mkfifo', [full]);
  }
  return { contentRoot };
}

/** What reading the fixture county gives. */
export function readFiles(files: Files, county = 'shili'): ColumnReading {
  return readColumn(makeCounty({ files }).contentRoot, county, loadStandard());
}

/** A notice that nothing is wrong with; `lines` are more lines of front matter. */
export function notice(lines: readonly string[] = [], body = '正文。\n'): string {
  return entry([...without(lines, ['title: 通知', 'kind: notice', 'form: 通知']), ...lines], body);
}

/** A policy that nothing is wrong with. */
export function policy(lines: readonly string[] = [], body = '正文。\n'): string {
  return entry(['title: 文件', 'kind: policy', 'issuer: 示例县人民政府', ...lines], body);
}

/** A head of a register that nothing is wrong with. */
export function register(lines: readonly string[] = []): string {
  return entry(['title: 名录', 'kind: register', ...lines], '');
}

const COMMON = ['published: 2023-05-29', 'attribute: {type: 主动}', 'example: true'];

/** Front matter with the common fields that are not among `lines`, and a body. */
export function entry(lines: readonly string[], body: string): string {
  return ['---', ...lines, ...without(lines, COMMON), '---', '', body].join('\n');
}

/** Those of `defaults` that `lines` does not set itself. */
function without(lines: readonly string[], defaults: readonly string[]): string[] {
  const keys = lines.map(keyOf);
  return defaults.filter((line) => !keys.includes(keyOf(line)));
}

function keyOf(line: string): string {
  return line.split(':', 1).join('');
}

/** `text` in GB18030. Only the characters that fixtures need: a browser's encoder does not exist. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((char) => GB.get(char) ?? char.charCodeAt(0)));
}

const GB = new Map<string, number[]>();
const decoder = new TextDecoder('gb18030', { fatal: true });
for (let lead = 0xa1; lead <= 0xf7; lead++) {
  for (let trail = 0xa1; trail <= 0xfe; trail++) {
    const char = decode([lead, trail]);
    if (char !== undefined && !GB.has(char)) GB.set(char, [lead, trail]);
  }
}

function decode(bytes: number[]): string | undefined {
  try {
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
