import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findStructure, ID_PATTERN, loadStandard } from '@columns/standard';
import { countyFiles, MARK } from './county-files.ts';
import type { GeneratedDocument } from './document.ts';
import { writeDocument } from './document.ts';
import { countHan } from './lengths.ts';
import { Planner } from './planner.ts';
import type { World } from './world.ts';
import { makeWorld } from './world.ts';

export interface CountyOptions {
  /** Id of the county and name of its folder. */
  readonly county: string;
  readonly documents: number;
  readonly seed: number;
  /** Which domains it has; `national-26` when absent. */
  readonly structure?: string;
}

export interface GenerateOptions extends CountyOptions {
  /** A content root: the county's folder is made inside it. */
  readonly out: string;
}

export interface Generated {
  readonly documents: number;
  /** Chinese characters in the bodies, without front matter and CSV. */
  readonly characters: number;
}

/** The made-up county of these options, without its documents. */
export function countyWorld(options: CountyOptions): World {
  const { county, documents, seed, structure = 'national-26' } = options;
  const standard = loadStandard();
  if (!ID_PATTERN.test(county)) {
    throw new Error(`县区编号“${county}”不对：只能用小写英文字母、数字和连字符，如 sample-1。`);
  }
  if (!Number.isSafeInteger(documents) || documents < 1) {
    throw new Error(`条数“${documents}”不对：要写大于 0 的整数。`);
  }
  if (!Number.isSafeInteger(seed)) throw new Error(`种子“${seed}”不对：要写整数。`);
  if (!findStructure(standard, structure)) {
    const known = standard.structures.map(({ id }) => id).join('、');
    throw new Error(`没有领域结构“${structure}”，可用的有：${known}。`);
  }
  return makeWorld({ county, seed, structure }, standard);
}

/** The documents of a county one by one, in memory: for whatever wants them elsewhere than in files. */
export function* countyDocuments(options: CountyOptions): Generator<GeneratedDocument> {
  const world = countyWorld(options);
  const planner = new Planner(world);
  for (let index = 0; index < options.documents; index += 1) {
    yield writeDocument(world, planner.plan());
  }
}

/**
 * Writes a made-up county into `<out>/<county>/`. The same options give the same bytes. A folder
 * that holds something is only replaced when it was made here.
 */
export function generateCounty(options: GenerateOptions): Generated {
  const world = countyWorld(options);
  const folder = join(options.out, options.county);
  makeRoom(folder);
  const made = new Set<string>();
  const write = (path: string, text: string) => {
    const full = join(folder, path);
    const parent = dirname(full);
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    writeFileSync(full, text);
  };
  // The README goes first: whatever stops the rest, the folder is known as ours.
  for (const [path, text] of countyFiles(world, options.documents)) write(path, text);
  let characters = 0;
  for (const { path, head, body, csv } of countyDocuments(options)) {
    write(path, body === '' ? head : `${head}\n${body}`);
    if (csv !== undefined) write(path.replace(/\.md$/, '.csv'), csv);
    characters += countHan(body);
  }
  return { documents: options.documents, characters };
}

function makeRoom(folder: string): void {
  if (!existsSync(folder)) return;
  if (readdirSync(folder).length > 0 && !madeHere(folder)) {
    throw new Error(
      `文件夹“${folder}”里已有不是由本命令生成的内容，不会覆盖。请换一个位置或编号。`,
    );
  }
  rmSync(folder, { recursive: true });
}

function madeHere(folder: string): boolean {
  const readme = join(folder, 'README.md');
  return existsSync(readme) && readFileSync(readme, 'utf8').startsWith(MARK);
}
