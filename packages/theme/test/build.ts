import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const THEME = join(import.meta.dirname, '..');
/** Below the package, so that the app finds astro and the theme as a real app does. */
const APPS = join(THEME, 'node_modules/.fixture-apps');
export const CONTENT = join(import.meta.dirname, 'fixtures/content');

export interface BuiltApp {
  readonly code: number;
  /** What the build printed. */
  readonly output: string;
  /** The app's folder; `dist/` is inside. */
  readonly folder: string;
  readonly dist: string;
  remove(): void;
}

export interface BuildOptions {
  readonly county?: string;
  readonly content?: string;
  /** Build into this app again instead of a new one. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Makes an app as `apps/<county>` has it and builds it as Turborepo would, in a process of its own. */
export async function buildApp(options: BuildOptions = {}): Promise<BuiltApp> {
  const folder =
    options.folder ?? makeApp(options.county ?? 'qingshan', options.content ?? CONTENT);
  const { code, output } = await astro(folder, ['build'], options.env);
  return { code, output, folder, dist: join(folder, 'dist'), remove };

  function remove(): void {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function makeApp(county: string, content: string): string {
  mkdirSync(APPS, { recursive: true });
  const folder = mkdtempSync(join(APPS, `${county}-`));
  const options = JSON.stringify({ county, content });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(
    join(folder, 'astro.config.ts'),
    `import { disclosureColumn } from '../../../src/index.ts';\n\nexport default { integrations: [disclosureColumn(${options})] };\n`,
  );
  return folder;
}

export function astroBin(): string {
  const require = createRequire(join(THEME, 'package.json'));
  return join(dirname(require.resolve('astro/package.json')), 'bin/astro.mjs');
}

/** What the test runner sets for the code under test would change what a build does. */
function cleanEnv(): NodeJS.ProcessEnv {
  const foreign = /^(?:VITEST.*|BASE_URL|DEV|MODE|PROD|SSR|TEST|SITE|BASE|AS_OF)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function astro(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [astroBin(), ...args], {
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
