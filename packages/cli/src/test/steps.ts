/** One check that every change must pass, run as a package's own binary. */
export interface Step {
  readonly name: string;
  readonly bin: string;
  readonly args: readonly string[];
  /** Folder below the repository; its root when absent. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a repository that has taken the software into use must pass: the software's own tests stay with its releases. */
export const OWN_STEPS: readonly Step[] = [
  { name: 'content', bin: '@columns/cli', args: ['check'] },
  { name: 'what is made from content', bin: '@columns/cli', args: ['refresh', '--check'] },
  { name: 'who reviews', bin: '@columns/cli', args: ['codeowners', '--check'] },
];

/** Quick ones first, so that a slip shows early. */
export const STEPS: readonly Step[] = [
  { name: 'format and lint', bin: '@biomejs/biome', args: ['ci', '--error-on-warnings'] },
  { name: 'import rules between packages', bin: 'turbo', args: ['boundaries'] },
  { name: 'types', bin: 'typescript', args: ['--noEmit'] },
  { name: 'types of the theme', bin: '@astrojs/check', args: [], cwd: 'packages/theme' },
];

/** Vitest is counted by its tests, not as one step. */
export function vitestStep(full: boolean, outputFile: string): Step {
  return {
    name: full ? 'tests, long ones too' : 'tests',
    bin: 'vitest',
    args: [
      'run',
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
    ],
    env: full ? { COLUMNS_TEST_FULL: '1' } : {},
  };
}
