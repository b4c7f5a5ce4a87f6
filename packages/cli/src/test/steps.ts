/** One check that every change must pass, run as a package's own binary. */
export interface Step {
  readonly name: string;
  readonly bin: string;
  readonly args: readonly string[];
  /** Folder below the repository; its root when absent. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Whether what is made from content and fields was made anew after the last change. */
export const MADE_STEPS: readonly Step[] = [
  { name: 'what is made from content', bin: '@columns/cli', args: ['refresh', '--check'] },
  { name: 'who reviews', bin: '@columns/cli', args: ['codeowners', '--check'] },
];

/** What a repository that has taken the software into use must pass: the software's own tests stay with its releases. */
export const OWN_STEPS: readonly Step[] = [
  { name: 'content', bin: '@columns/cli', args: ['check'] },
  ...MADE_STEPS,
];

/** Quick ones first, so that a slip shows early. */
export const STEPS: readonly Step[] = [
  { name: 'format and lint', bin: '@biomejs/biome', args: ['ci', '--error-on-warnings'] },
  { name: 'import rules between packages', bin: 'turbo', args: ['boundaries'] },
  { name: 'types', bin: 'typescript', args: ['--noEmit'] },
  { name: 'types of the theme', bin: '@astrojs/check', args: [], cwd: 'packages/theme' },
];

/** Given the file that Vitest writes its counts to. */
export type VitestStep = (outputFile: string) => Step;

/** Vitest is counted by its tests, not as one step. @param files only these; all without it */
export function vitestStep(full: boolean, files: readonly string[] = []): VitestStep {
  return (outputFile) => ({
    name: full ? 'tests, long ones too' : 'tests',
    bin: 'vitest',
    args: [
      'run',
      ...files,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
    ],
    env: full ? { COLUMNS_TEST_FULL: '1' } : {},
  });
}
