import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gate } from '@columns/check';
import { readColumn } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { onTestFinished } from 'vitest';
import { GrowFaults } from '../src/index.ts';

export const standard = loadStandard();

const CITY = 'id: shi\nname: 六安市\nlevel: city\nstructure: luan-30\ndemo: true\n';

/** A small repository that goes with the test; paths are below its root. */
export class Repository {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'grow-')));

  constructor(files: Readonly<Record<string, string>> = { 'content/shi/county.yaml': CITY }) {
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
    mkdirSync(join(this.root, 'apps'));
    mkdirSync(join(this.root, 'content'));
    this.write(files);
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  /** Every file, also hidden ones, with its text. */
  files(): Record<string, string> {
    const walk = (path: string): string[] =>
      readdirSync(join(this.root, path)).flatMap((name) => {
        const child = path === '' ? name : `${path}/${name}`;
        return statSync(join(this.root, child)).isDirectory() ? walk(child) : [child];
      });
    return Object.fromEntries(
      walk('')
        .sort()
        .map((path) => [path, this.read(path)]),
    );
  }
}

/** All that stood in the way, in order. */
export function faultsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof GrowFaults) return error.faults;
    throw error;
  }
  throw new Error('expected faults');
}

/** What blocks a build of a county, as `file:line rule value`. */
export function gateOf(repository: Repository, county: string): string[] {
  const reading = readColumn(join(repository.root, 'content'), county, standard);
  return gate(reading).map(
    ({ file, line, rule, value }) => `${file}:${line} ${rule} ${value ?? ''}`,
  );
}
