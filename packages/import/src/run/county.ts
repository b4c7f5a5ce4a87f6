import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding, Thresholds } from '@columns/check';
import { gate, readSettings } from '@columns/check';
import type { ColumnReading, County } from '@columns/content';
import { readColumn, readCounty } from '@columns/content';
import type { Standard } from '@columns/standard';
import { parse } from 'yaml';
import type { KnownDomain } from '../entry/domain.ts';
import type { Draft } from '../entry/draft.ts';
import type { Units } from '../entry/unit.ts';
import { ImportFailure } from '../failure.ts';

const COUNTY_FILES = [
  ...['county.yaml', 'departments.yaml', 'towns.yaml', 'institutions.yaml'],
  'catalogue.yaml',
];

/**
 * The county without its entries, in a folder of its own: drafts are put there and judged by the
 * very reader that the build uses, before anything reaches `content/`.
 */
export class Trial {
  readonly #root: string;
  readonly #standard: Standard;
  readonly id: string;
  readonly county: County;
  readonly units: Units;
  readonly domains: readonly KnownDomain[];
  /** The bounds that the county's own check has for files. */
  readonly limits: Thresholds;

  constructor(contentRoot: string, id: string, standard: Standard) {
    if (!existsSync(join(contentRoot, id, 'county.yaml'))) {
      throw new ImportFailure(
        'bad-option',
        `content/ 中没有县区“${id}”`,
        '--county 写 content/ 中的文件夹名，如 --county anyue',
      );
    }
    this.#root = mkdtempSync(join(tmpdir(), 'columns-import-'));
    this.#standard = standard;
    this.id = id;
    for (let level: string | undefined = id; level !== undefined; ) {
      level = this.#copyCounty(contentRoot, level);
    }
    const content = readCounty(this.#root, id, standard);
    if (!content.county) {
      this.remove();
      throw new ImportFailure(
        'bad-option',
        `${id}/county.yaml 有错误，无法导入`,
        '先运行 columns check 并改正',
      );
    }
    this.limits = readSettings(contentRoot, id).settings.thresholds;
    this.county = content.county;
    this.units = {
      county: content.county.name,
      departments: content.departments,
      towns: content.towns,
    };
    this.domains = content.catalogue;
  }

  /** Copies a county's own files and gives the level above it. */
  #copyCounty(contentRoot: string, id: string): string | undefined {
    mkdirSync(join(this.#root, id), { recursive: true });
    const lists = join(contentRoot, id, '_catalogue');
    const catalogues = existsSync(lists)
      ? readdirSync(lists).map((name) => `_catalogue/${name}`)
      : [];
    for (const name of [...COUNTY_FILES, ...catalogues]) {
      const file = join(contentRoot, id, name);
      if (!existsSync(file)) continue;
      mkdirSync(dirname(join(this.#root, id, name)), { recursive: true });
      copyFileSync(file, join(this.#root, id, name));
    }
    const own = join(contentRoot, id, 'county.yaml');
    const parent: unknown = existsSync(own)
      ? (parse(readFileSync(own, 'utf8')) as { parent?: unknown } | null)?.parent
      : undefined;
    return typeof parent === 'string' && !existsSync(join(this.#root, parent)) ? parent : undefined;
  }

  /** What the gate finds in each draft, by the draft's id; an empty list is a pass. */
  judge(drafts: readonly Draft[]): Map<string, Finding[]> {
    const folder = join(this.#root, this.id);
    const owners = new Map<string, string>();
    for (const { id, files } of drafts) {
      for (const [path, content] of files) {
        const full = join(folder, path);
        mkdirSync(dirname(full), { recursive: true });
        writeFileSync(full, content);
        owners.set(`${this.id}/${path}`, id);
      }
    }
    const reading: ColumnReading = readColumn(this.#root, this.id, this.#standard);
    const found = new Map<string, Finding[]>(drafts.map(({ id }) => [id, []]));
    for (const finding of gate(reading)) {
      const owner = owners.get(finding.file);
      // Other entries of the county are not here; what names them is judged by `columns check`.
      if (owner !== undefined && finding.rule !== 'shape/unknown-reference')
        found.get(owner)?.push(finding);
    }
    for (const { files } of drafts)
      for (const path of files.keys()) rmSync(join(folder, path), { force: true });
    return found;
  }

  /** What reading finds in a `catalogue.yaml` that is not written yet. */
  judgeCatalogue(text: string): Finding[] {
    const path = join(this.#root, this.id, 'catalogue.yaml');
    writeFileSync(path, text);
    const reading = readColumn(this.#root, this.id, this.#standard);
    const file = `${this.id}/catalogue.yaml`;
    return gate(reading).filter((finding) => finding.file === file);
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
