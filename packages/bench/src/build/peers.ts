/** Peers on the same documents, each with search, set up as their own guides say. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { measure } from '../measure.ts';
import { type Builder, type BuiltSite, CannotRun, succeeded } from './builder.ts';
import { writePeerDocuments } from './documents.ts';
import { sizesOf } from './sizes.ts';

const PAGEFIND = join(
  dirname(findPackageJSON('pagefind', import.meta.url) ?? ''),
  'lib/runner/bin.cjs',
);
/** What `npm` fetches for one run of the benchmark; the project does not depend on them. */
const STARLIGHT = { '@astrojs/starlight': '0.42.4', astro: '7.3.5' };

const PAGE = (content: string, title: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head>` +
  `<body><header><p>示例县基层政务公开专栏</p></header><main><article><h1>${title}</h1>${content}</article></main></body></html>`;

type Step = readonly [name: string, command: string, args: readonly string[]];

/** Runs steps one after another and measures them together. */
async function runSteps(cwd: string, output: string, steps: readonly Step[]): Promise<BuiltSite> {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  const taken: Record<string, number> = {};
  let peakMB = 0;
  for (const [name, command, args] of steps) {
    const measured = succeeded(await measure(command, args, { cwd, env }), name);
    taken[name] = measured.seconds;
    peakMB = Math.max(peakMB, measured.peakMB ?? 0);
  }
  const seconds = Object.values(taken).reduce((sum, each) => sum + each, 0);
  return { steps: taken, seconds, peakMB, ...sizesOf(output) };
}

export const hugo: Builder = {
  name: 'Hugo + Pagefind',
  async build(folder, documents) {
    const version = output('hugo', ['version']);
    if (version === undefined) throw new CannotRun('hugo is not installed');
    writePeerDocuments(join(folder, 'content'), documents);
    write(
      folder,
      'hugo.toml',
      'baseURL = "/"\nlanguageCode = "zh-CN"\ntitle = "bench"\npaginate = 30\n',
    );
    write(folder, 'layouts/_default/single.html', PAGE('{{ .Content }}', '{{ .Title }}'));
    const list =
      '{{ range .Paginator.Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}';
    write(
      folder,
      'layouts/_default/list.html',
      PAGE(`${list}{{ template "_internal/pagination.html" . }}`, '{{ .Title }}'),
    );
    return runSteps(folder, join(folder, 'public'), [
      ['pages', 'hugo', ['--quiet']],
      ['search', process.execPath, [PAGEFIND, '--site', 'public', '--root-selector', 'article']],
    ]);
  },
};

export const plainAstro: Builder = {
  name: 'plain Astro + Pagefind',
  async build(folder, documents) {
    install(folder, { astro: STARLIGHT.astro });
    writePeerDocuments(join(folder, 'src/content/docs'), documents);
    write(folder, 'astro.config.mjs', 'export default { compressHTML: true };\n');
    write(
      folder,
      'src/content.config.ts',
      `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { docs: defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/content/docs' }) }) };
`,
    );
    write(
      folder,
      'src/pages/[...slug].astro',
      `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  const docs = await getCollection('docs');
  return docs.map((doc) => ({ params: { slug: doc.id }, props: { doc } }));
}
const { doc } = Astro.props;
const { Content } = await render(doc);
---
${PAGE('<Content />', '{doc.data.title}')}
`,
    );
    return runSteps(folder, join(folder, 'dist'), [
      ['pages', process.execPath, [astroOf(folder), 'build']],
      ['search', process.execPath, [PAGEFIND, '--site', 'dist', '--root-selector', 'article']],
    ]);
  },
};

export const starlight: Builder = {
  name: 'Starlight with its search',
  async build(folder, documents) {
    install(folder, STARLIGHT);
    writePeerDocuments(join(folder, 'src/content/docs'), documents);
    write(
      folder,
      'astro.config.mjs',
      `import starlight from '@astrojs/starlight';
export default { integrations: [starlight({
  title: '示例县基层政务公开专栏',
  locales: { root: { label: '简体中文', lang: 'zh-CN' } },
  sidebar: [],
})] };
`,
    );
    write(
      folder,
      'src/content.config.ts',
      `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    );
    return runSteps(folder, join(folder, 'dist'), [
      ['pages and search', process.execPath, [astroOf(folder), 'build']],
    ]);
  },
};

export const PEERS: readonly Builder[] = [hugo, plainAstro, starlight];

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function output(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}

function install(folder: string, dependencies: Readonly<Record<string, string>>): void {
  write(folder, 'package.json', JSON.stringify({ private: true, type: 'module', dependencies }));
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts'];
  if (output('npm', [...args, '--prefix', folder]) === undefined) {
    throw new CannotRun(`npm could not fetch ${Object.keys(dependencies).join(' and ')}`);
  }
}

function astroOf(folder: string): string {
  return join(folder, 'node_modules/astro/bin/astro.mjs');
}
