import { json } from '../json.ts';

/*
 * The one template of an app (`apps/<county>`): every app in the repository is what this gives. After a
 * change here `npx pnpm@12 generate` writes them anew.
 */

/** Scripts of an app; Turborepo runs those that `turbo.json` names. */
function scripts(county: string): Record<string, string> {
  return {
    admin: `columns-admin build --county ${county}`,
    build: 'columns astro build',
    check: `columns check --county ${county} --gate`,
    data: `columns data --county ${county}`,
    records: `columns records --county ${county}`,
    report: `columns check --county ${county}`,
  };
}

const DEPENDENCIES = {
  '@columns/admin': 'workspace:*',
  '@columns/cli': 'workspace:*',
  '@columns/theme': 'workspace:*',
  astro: 'catalog:',
};

/** Tasks that read content, each with what else it reads. */
const TASKS: Readonly<Record<string, (county: string) => readonly string[]>> = {
  build: () => [],
  check: () => [],
  data: () => [],
  records: (county) => [`$TURBO_ROOT$/.columns/history/${county}.json`],
  report: () => [],
};

/** What is published of a county waits for its check, as its pages do. */
function gateOf(task: string): readonly string[] {
  return task === 'data' || task === 'records' ? ['check'] : [];
}

/** An app's files by name; `uppers` are the levels above, the nearest first: their content is shown too. */
export function appFiles(county: string, uppers: readonly string[]): Record<string, string> {
  const contents = [county, ...uppers].map((id) => `$TURBO_ROOT$/content/${id}/**`);
  const tasks = Object.entries(TASKS).map(([task, more]) => [
    task,
    {
      // Only pages are made by the theme: what else is made stays when it changes.
      ...(task === 'build' ? {} : { dependsOn: [`@columns/cli#${task}`, ...gateOf(task)] }),
      inputs: ['$TURBO_EXTENDS$', ...contents, ...more(county)],
    },
  ]);
  // The editor knows nothing of entries: an edit of one makes none anew.
  const lists = [county, ...uppers].flatMap((id) =>
    ['*.yaml', '_catalogue/*.yaml'].map((name) => `$TURBO_ROOT$/content/${id}/${name}`),
  );
  const admin = { inputs: ['$TURBO_EXTENDS$', ...lists] };
  return {
    // Not .ts: Astro would have Vite read all of the theme first, 1.5 s more in each build.
    'astro.config.mjs': `import { disclosureColumn } from '@columns/theme';
import { defineConfig } from 'astro/config';

export default defineConfig({ integrations: [disclosureColumn({ county: '${county}' })] });
`,
    'package.json': json({
      name: `@counties/${county}`,
      private: true,
      type: 'module',
      scripts: scripts(county),
      dependencies: DEPENDENCIES,
    }),
    'turbo.json': json({
      extends: ['//'],
      tags: ['app'],
      tasks: { admin, ...Object.fromEntries(tasks) },
    }),
  };
}
