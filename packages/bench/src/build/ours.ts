import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnv, makeFixtureApp } from '@columns/testkit/fixture-app';
import { generateCounty } from '../generate/county.ts';
import { measure } from '../measure.ts';
import { type Builder, type BuiltSite, succeeded } from './builder.ts';
import { sizesOf } from './sizes.ts';

/** Where the theme stands; the bench starts its build as Turborepo would and imports nothing of it. */
const THEME = join(import.meta.dirname, '../../../theme');
const COLUMNS = join(import.meta.dirname, '../../../cli/bin/columns.ts');

/** A generated county in an app of its own, built as `turbo build` builds one. */
export class OurApp {
  readonly content: string;
  readonly folder: string;
  readonly #root: string;

  constructor(folder: string, documents: number) {
    this.#root = folder;
    this.content = join(folder, 'content');
    mkdirSync(folder, { recursive: true });
    // What the check takes for the folder of a repository.
    writeFileSync(join(folder, 'pnpm-workspace.yaml'), '');
    generateCounty({ county: 'bench', documents, seed: 1, out: this.content });
    this.folder = makeFixtureApp({ theme: THEME, county: 'bench', content: this.content });
  }

  get dist(): string {
    return join(this.folder, 'dist');
  }

  /** The check, then the build, as Turborepo runs them; the build's steps are those it tells of. */
  async build(): Promise<BuiltSite> {
    const env = {
      ...cleanEnv(),
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      NO_COLOR: '1',
    };
    const run = async (name: string, cwd: string, ...args: readonly string[]) =>
      succeeded(await measure(process.execPath, [COLUMNS, ...args], { cwd, env }), name);
    const check = await run('Our check', this.#root, 'check', '--county', 'bench', '--gate');
    const build = await run('Our build', this.folder, 'astro', 'build');
    const told = /用时：(.*)/.exec(build.output)?.[1] ?? '';
    const steps = [...told.matchAll(/([^，\s]+) ([\d.]+) 秒/g)];
    return {
      steps: {
        check: check.seconds,
        ...Object.fromEntries(steps.map(([, name = '', seconds]) => [name, Number(seconds)])),
      },
      seconds: check.seconds + build.seconds,
      peakMB: Math.max(check.peakMB ?? 0, build.peakMB ?? 0),
      ...sizesOf(this.dist),
    };
  }

  /** Puts aside all that was built and remembered; to remove it now would slow down the next build. */
  forget(): void {
    rmSync(join(this.#root, 'node_modules'), { recursive: true, force: true });
    mkdirSync(this.#aside, { recursive: true });
    const made = [this.dist, join(this.folder, '.columns')];
    for (const folder of made.filter((each) => existsSync(each))) {
      renameSync(folder, join(this.#aside, String(readdirSync(this.#aside).length)));
    }
  }

  remove(): void {
    for (const folder of [this.folder, this.#aside]) {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  get #aside(): string {
    return `${this.folder}-aside`;
  }
}

export const ours: Builder = {
  name: 'ours',
  build(folder, documents, later) {
    const app = new OurApp(folder, documents);
    later(() => app.remove());
    return app.build();
  },
};
