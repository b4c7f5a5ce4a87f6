import { countyWorld } from '../generate/county.ts';
import { writeDocument } from '../generate/document.ts';
import { Planner } from '../generate/planner.ts';
import { Prose } from '../generate/prose.ts';
import { Random } from '../generate/random.ts';
import { cell, registerPlan } from '../generate/register-shapes.ts';
import { fullName } from '../generate/titles.ts';
import type { World } from '../generate/world.ts';
import type { OldDocument } from './blocks.ts';
import { blocksOf } from './blocks.ts';
import { docx } from './docx.ts';
import type { Frame, Offered } from './page.ts';
import { page } from './page.ts';
import { pdf } from './pdf.ts';
import { noise, picture } from './picture.ts';
import { xlsx } from './xlsx.ts';

/** What a file of the folder is to an import that gets everything right. */
export type OldFileRole = 'entry' | 'attached' | 'same' | 'refused';

export interface OldFile {
  /** Below the folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly role: OldFileRole;
}

export interface OldSiteOptions {
  /** Id of the made-up county. */
  readonly county: string;
  readonly files: number;
  readonly seed: number;
  /** Bytes that a file is to have about; 100 KB and more as offices' files have when absent. */
  readonly weight?: number;
}

type Format = 'docx' | 'xlsx' | 'pdf' | 'html';

/** What share of the files each format has; old sites have little else. */
const SHARES: Readonly<Record<Format, number>> = { docx: 0.28, xlsx: 0.24, pdf: 0.23, html: 0.25 };
const WEIGHT = 130_000;

/**
 * The files that a county's old site leaves behind: pages with the files they link to, documents with the
 * attachments that they name, workbooks and PDFs on their own, copies of all of these, and a few that cannot
 * be read. The same options give the same bytes; every file says what an import should make of it.
 */
export function* oldSite(options: OldSiteOptions): Generator<OldFile> {
  let left = options.files;
  const site = new Site(options);
  while (left > 0) {
    for (const file of site.next()) {
      if (left-- <= 0) return;
      yield file;
    }
  }
}

class Site {
  readonly #world: World;
  readonly #planner: Planner;
  readonly #weight: number;
  readonly #seed: number;
  readonly #frame: Frame;
  readonly #made: Record<Format, number> = { docx: 0, xlsx: 0, pdf: 0, html: 0 };
  #number = 0;

  constructor({ county, files, seed, weight = WEIGHT }: OldSiteOptions) {
    this.#world = countyWorld({ county, documents: files, seed });
    this.#planner = new Planner(this.#world);
    this.#weight = weight;
    this.#seed = seed;
    this.#frame = {
      site: this.#world.name,
      links: this.#world.items.slice(0, 120).map(({ name }) => name),
      weight: weight / 3,
    };
  }

  /** A document and what belongs to it. */
  next(): OldFile[] {
    const number = ++this.#number;
    const random = Random.of(this.#seed, this.#world.id, 'old', number);
    const folder = `old/${this.#planner.plan().slot.domainName}`;
    if (number % 40 === 0) return [unreadable(random, `${folder}/${number}`)];
    const format = this.#due();
    if (format === 'xlsx') return [this.#workbook(random, folder, number)];
    const attached =
      format !== 'pdf' && random.chance(0.4)
        ? Array.from({ length: random.between(1, 2) }, (_, index) =>
            this.#attachment(random, `${number}-${index + 1}`, folder, format),
          )
        : [];
    const document = this.#document(
      random,
      number,
      format === 'docx' ? attached.map(({ name }) => name) : [],
    );
    const stem = `${folder}/${random.chance(0.5) ? document.title.slice(0, 60) : `t${20150000 + number}`}`;
    const head: OldFile = {
      path: `${stem}.${format}`,
      bytes: this.#saved(random, format, document, attached),
      role: 'entry',
    };
    const files = [head, ...attached.map(({ file }) => file)];
    // Somebody kept a copy; somebody printed the Word file.
    if (format === 'docx' && attached.length === 0 && random.chance(0.12)) {
      this.#made.pdf++;
      files.push({
        path: `${stem}.pdf`,
        bytes: this.#saved(random, 'pdf', document, []),
        role: 'same',
      });
    } else if (random.chance(0.05)) {
      files.push({ ...head, path: `old/备份/${number}.${format}`, role: 'same' });
      this.#made[format]++;
    }
    return files;
  }

  /** The format that is furthest behind its share. */
  #due(): Format {
    const all = Object.values(this.#made).reduce((sum, each) => sum + each, 1);
    const [format] = (Object.keys(SHARES) as Format[]).sort(
      (a, b) => this.#made[a] - SHARES[a] * all - (this.#made[b] - SHARES[b] * all),
    ) as [Format];
    this.#made[format]++;
    return format;
  }

  #saved(
    random: Random,
    format: 'docx' | 'pdf' | 'html',
    document: OldDocument,
    attached: readonly Attached[],
  ): Uint8Array {
    if (format === 'html') {
      const offered: Offered[] = attached.map(({ name, address }) => ({ name, address }));
      return Buffer.from(page(document, offered, this.#frame));
    }
    if (format === 'pdf') return pdf(document, noise(random, this.#weight * 0.75));
    return docx(document, picture(random, this.#weight * 0.85));
  }

  /** A text of its own: as long as its weight asks for, some very long. */
  #document(random: Random, number: number, attachments: readonly string[]): OldDocument {
    const [, plan] = this.#textOf(random);
    const long = random.chance(0.05) ? 8 : random.between(1, 3);
    const blocks = Array.from({ length: long }, () => this.#textOf(random)[0]).flat();
    return {
      title: `${plan.title}（第${number}号）`,
      organ: fullName(this.#world, plan.unit),
      day: plan.formed,
      blocks,
      attachments,
    };
  }

  #textOf(random: Random) {
    for (;;) {
      const plan = this.#planner.plan();
      const { body } = writeDocument(this.#world, plan);
      // A table alone makes no document.
      const blocks = blocksOf(body).slice(0, random.between(12, 40));
      if (blocks.some((block) => 'text' in block && block.text.length > 20))
        return [blocks, plan] as const;
    }
  }

  #workbook(random: Random, folder: string, number: number): OldFile {
    const { title, bytes } = this.#table(random, String(number));
    return { path: `${folder}/${title}.xlsx`, bytes, role: 'entry' };
  }

  #attachment(random: Random, mark: string, folder: string, owner: Format): Attached {
    const format = random.pick(['xlsx', 'docx', 'pdf'] as const);
    this.#made[format]++;
    const document = this.#document(random, this.#number, []);
    const { title, bytes } =
      format === 'xlsx'
        ? this.#table(random, mark)
        : {
            title: `申请材料${mark}`,
            bytes: this.#saved(random, format, { ...document, title: `申请材料${mark}` }, []),
          };
    // A page's system gives files names of its own; an office writes 附件 before the name.
    const address = owner === 'html' ? `files/P0${2015000 + this.#number}${mark}.${format}` : '';
    const base = owner === 'html' ? address : `附件：${title}.${format}`;
    return {
      name: title,
      address: owner === 'html' ? `./${address}` : base,
      file: { path: `${folder}/${base}`, bytes, role: 'attached' },
    };
  }

  #table(random: Random, mark: string): { title: string; bytes: Uint8Array } {
    const plan = this.#planner.plan();
    const prose = new Prose(this.#world, random, plan);
    const { name, columns } = registerPlan(random, plan.slot);
    const title = `${plan.slot.name.slice(0, 16)}${name}${plan.formed.slice(0, 4)}年第${mark}号`;
    const rows = [columns];
    const wanted = this.#weight / (columns.length * 8);
    for (let row = 0; row < wanted; row++)
      rows.push(columns.map((column) => cell(column, row, prose, plan.published)));
    return { title, bytes: xlsx(title, rows) };
  }
}

interface Attached {
  readonly name: string;
  readonly address: string;
  readonly file: OldFile;
}

/** A file with a password, one that was cut off while it was copied, one that is empty. */
function unreadable(random: Random, stem: string): OldFile {
  const sort = random.pick(['password', 'cut', 'empty'] as const);
  if (sort === 'empty') return { path: `${stem}.docx`, bytes: new Uint8Array(), role: 'refused' };
  if (sort === 'cut') {
    const bytes = docx({ title: '', organ: '', day: '2020-01-01', blocks: [], attachments: [] });
    return { path: `${stem}.docx`, bytes: bytes.slice(0, bytes.length / 2), role: 'refused' };
  }
  const bytes = Buffer.alloc(100_000);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  Buffer.from('EncryptedPackage', 'utf16le').copy(bytes, 1024);
  return { path: `${stem}.xlsx`, bytes, role: 'refused' };
}
