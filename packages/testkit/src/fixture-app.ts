/** An app for a fixture county, made and built as `apps/<county>` is. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

export interface FixtureAppOptions {
  /** Folder of the theme's package: the app stands below it, to find Astro as a real app does. */
  readonly theme: string;
  readonly county: string;
  /** The folder that holds the counties. */
  readonly content: string;
  /** Further options that the app hands to the theme. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** Build into this app again instead of a new one. */
  readonly folder?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

export interface BuiltApp {
  readonly code: number;
  /** What the build printed. */
  readonly output: string;
  /** The app's folder; `dist/` is inside. */
  readonly folder: string;
  readonly dist: string;
  remove(): void;
}

/** Makes an app and builds it as Turborepo would, in a process of its own. */
export async function buildFixtureApp(options: FixtureAppOptions): Promise<BuiltApp> {
  const folder = options.folder ?? makeFixtureApp(options);
  const { code, output } = await astro(options.theme, folder, ['build'], options.env);
  return { code, output, folder, dist: join(folder, 'dist'), remove };

  function remove(): void {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes an app's two files into a folder of its own and gives that folder. */
export function makeFixtureApp(app: FixtureAppOptions): string {
  const { theme, county, content, settings } = app;
  const apps = join(theme, 'node_modules/.fixture-apps');
  mkdirSync(apps, { recursive: true });
  const folder = mkdtempSync(join(apps, `${county}-`));
  const entry = relative(folder, join(theme, 'src/index.ts')).split(sep).join('/');
  const options = JSON.stringify({ county, content, ...settings });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(
    join(folder, 'astro.config.mjs'),
    `import { disclosureColumn } from '${entry}';\n\nexport default { integrations: [disclosureColumn(${options})] };\n`,
  );
  return folder;
}

/** Astro's binary as the theme's package finds it. */
export function astroBin(theme: string): string {
  const require = createRequire(join(theme, 'package.json'));
  return join(dirname(require.resolve('astro/package.json')), 'bin/astro.mjs');
}

/** What the test runner sets for the code under test would change what a build does. */
export function cleanEnv(): NodeJS.ProcessEnv {
  const foreign = /^(?:VITEST.*|BASE_URL|DEV|MODE|PROD|SSR|TEST|SITE|BASE|AS_OF)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function astro(
  theme: string,
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [astroBin(theme), ...args], {
    cwd,
    env: {
      ...cleanEnv(),
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      NO_COLOR: '1',
      ...env,
    },
  });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    output += data;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
