/** The fixture counties' apps, for this package's tests. */
import { join } from 'node:path';
import {
  type BuiltApp,
  buildFixtureApp,
  cleanEnv,
  makeFixtureApp,
  astroBin as themeAstroBin,
} from '@columns/testkit/fixture-app';

import { sharedBuild } from '@columns/testkit/shared-build';
import { inject } from 'vitest';

export type { BuiltApp };
export { cleanEnv };

const THEME = join(import.meta.dirname, '..');
export const CONTENT = join(import.meta.dirname, 'fixtures/content');

export interface BuildOptions {
  readonly county?: string;
  readonly content?: string;
  /** Further options that the app hands to the theme. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Build into this app again instead of a new one. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Makes an app as `apps/<county>` has it and builds it as Turborepo would, in a process of its own. */
export function buildApp(options: BuildOptions = {}): Promise<BuiltApp> {
  return buildFixtureApp({ theme: THEME, county: 'qingshan', content: CONTENT, ...options });
}

/** A fixture county as it is, built once for all tests that only read it. */
export function builtFixture(county = 'qingshan'): Promise<BuiltApp> {
  return sharedBuild(inject('runFolder'), county, () => buildApp({ county }));
}

export function makeApp(county: string, content: string): string {
  return makeFixtureApp({ theme: THEME, county, content });
}

export function astroBin(): string {
  return themeAstroBin(THEME);
}
