import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { appFiles } from '@columns/grow';
import { generateCounty } from '../generate/county.ts';

/** The repository as it is, with made-up counties in the place of its own. */
export class FleetWorkspace {
  readonly root: string;
  readonly counties: readonly string[];

  /** @param root an empty folder */
  constructor(repository: string, root: string, counties: number, documents: number) {
    this.root = root;
    this.counties = Array.from({ length: counties }, (_, i) => `county-${i + 1}`);
    copyTracked(repository, root);
    for (const [index, county] of this.counties.entries()) {
      generateCounty({ county, documents, seed: index + 1, out: join(root, 'content') });
      for (const [name, text] of Object.entries(appFiles(county, []))) {
        write(join(root, 'apps', county, name), text);
      }
    }
    this.#git('init', '-q');
    this.#git('add', '-A');
    this.#git('commit', '-qm', 'all');
  }

  /** One more sentence in one notice of the first county. */
  changeEntry(): void {
    const folder = join(this.root, 'content', this.counties[0] ?? '');
    const file = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .find((name) => name.endsWith('.md') && isNotice(join(folder, name)));
    appendFileSync(join(folder, file ?? ''), '\n补充一段说明。\n');
  }

  #git(...args: string[]): void {
    const who = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.invalid'];
    execFileSync('git', [...who, ...args], { cwd: this.root, stdio: 'ignore' });
  }
}

/** One more rule for every page: its stylesheet gets another name, and each page with it. */
export function changeTheme(root: string): void {
  appendFileSync(join(root, 'packages/theme/src/styles/index.css'), '\n:root { --changed: 1; }\n');
}

function isNotice(file: string): boolean {
  return /^kind: notice$/m.test(readFileSync(file, 'utf8'));
}

/** What git knows, or would: nothing that is built or installed, and none of the counties. */
function copyTracked(from: string, to: string): void {
  const list = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: from });
  for (const file of list.toString('utf8').split('\0')) {
    // A file may be deleted and not yet committed.
    if (/^(?:apps|content)\//.test(file) || !isFile(join(from, file))) continue;
    cpSync(join(from, file), join(to, file));
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
