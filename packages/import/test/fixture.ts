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
import { dirname, extname, join } from 'node:path';
import { loadStandard } from '@columns/standard';
import { afterAll, expect, onTestFinished } from 'vitest';
import type { Balance, ImportOptions, ImportReport } from '../src/index.ts';
import { importFiles } from '../src/index.ts';

export const standard = loadStandard();

const COUNTY = 'id: shili\nname: 示例县\nlevel: county\nstructure: national-26\ndemo: true\n';
const DEPARTMENTS =
  '- id: office\n  name: 县政府办公室\n  aliases: [示例县人民政府办公室]\n- id: education\n  name: 县教育局\n';
const TOWNS = '- id: ping-an\n  name: 平安镇\n';

/** What the files of this test file held, by their format. */
const TALLY = new Map<string, { files: number; characters: number; lost: number }>();

function weighed(source: string, { source: characters, unhandled }: Balance): void {
  const format = extname(source).slice(1).toLowerCase();
  const row = TALLY.get(format) ?? { files: 0, characters: 0, lost: 0 };
  TALLY.set(format, {
    files: row.files + 1,
    characters: row.characters + characters,
    lost: row.lost + unhandled.characters,
  });
}

if (process.env['COLUMNS_TEST_FULL'] !== undefined)
  afterAll(() => {
    for (const [format, { files, characters, lost }] of [...TALLY].sort())
      process.stdout.write(
        `balance | ${format} | ${files} files | ${characters} characters | ${lost} lost\n`,
      );
  });

/** A county without entries and a folder of files to import; both go with the test. */
export class Place {
  readonly root: string;

  constructor(files: Record<string, string | Uint8Array> = {}) {
    this.root = realpathSync(mkdtempSync(join(tmpdir(), 'import-test-')));
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
    this.write('content/shili/county.yaml', COUNTY);
    this.write('content/shili/departments.yaml', DEPARTMENTS);
    this.write('content/shili/towns.yaml', TOWNS);
    for (const [name, content] of Object.entries(files)) this.write(`files/${name}`, content);
  }

  write(path: string, content: string | Uint8Array): string {
    const full = join(this.root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
    return full;
  }

  /** A file of the county as text, without the mark in front of a CSV. */
  read(path: string): string {
    return this.bytes(path)
      .toString('utf8')
      .replace(/^\ufeff/, '');
  }

  bytes(path: string): Buffer {
    return readFileSync(join(this.root, 'content/shili', path));
  }

  /** Entries and their files that stand in the county, beside the files it began with. */
  written(): string[] {
    const folder = join(this.root, 'content/shili');
    const walk = (path: string): string[] =>
      readdirSync(join(folder, path)).flatMap((name) => {
        const child = path === '' ? name : `${path}/${name}`;
        return statSync(join(folder, child)).isDirectory() ? walk(child) : [child];
      });
    return walk('')
      .filter((path) => path.includes('/') || path === 'catalogue.yaml')
      .sort();
  }

  /** Imports the folder; nothing of any file may be lost without a word. */
  async run(more: Partial<ImportOptions> = {}): Promise<ImportReport> {
    const report = await this.report(more);
    for (const { source, balance } of report.outcomes) {
      if (balance) weighed(source, balance);
      expect({ source, lost: balance?.unhandled.texts ?? [] }).toEqual({ source, lost: [] });
    }
    return report;
  }

  /** Imports the folder, whatever comes of it. */
  report(more: Partial<ImportOptions> = {}): Promise<ImportReport> {
    return importFiles(
      {
        contentRoot: join(this.root, 'content'),
        county: 'shili',
        sources: [join(this.root, 'files')],
        workDir: join(this.root, 'work'),
        ...more,
      },
      standard,
    );
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }
}

/** What became of the only file. */
export async function importOne(
  name: string,
  content: string | Uint8Array,
  more: Partial<ImportOptions> = {},
) {
  const place = new Place({ [name]: content });
  const { outcomes } = await place.run(more);
  const [outcome] = outcomes;
  if (!outcome) throw new Error('no outcome');
  const [head] = place.written().filter((path) => path.endsWith('.md'));
  return {
    place,
    outcome,
    outcomes,
    text: head === undefined ? '' : place.read(head),
    written: place.written(),
  };
}

/** The body of a written entry. */
export function bodyOf(text: string): string {
  return text.split(/^---$/m).slice(2).join('---').trim();
}
