import { unified } from '@astrojs/markdown-remark';
import type { Entry } from '@columns/content';
import { pageAddress } from '@columns/content';
import { markdownFacts, mdxFacts, renderMarkdown } from '@columns/content/markdown';
import { expect, test } from 'vitest';
import { compilerOptions } from '../src/integration/mdx.ts';
import { resolveBodyLink } from '../src/rendering/body-links.ts';
import { BOUNDARY_BODIES, oddBlocks, randomNumbers } from './odd-bodies.ts';

/*
 * What passes the check builds. The check reads bodies and does not render them, which would take as long again
 * as the build itself; that it need not is shown here, on bodies of every sort: what is read is rendered.
 */

/** As a page turns them into addresses. */
const resolve = (url: string) => pageAddress(url, 'shili/_notice/2026/a.md', 'shili');

test('every body is rendered, whatever stands in it', () => {
  const random = randomNumbers(20261130);
  let passed = 0;
  for (let round = 0; round < 150; round += 1) {
    const body = oddBlocks(random, { mdx: round % 4 === 0, deep: 3 }).join('\n\n');
    if (markdownFacts(body).faults.length === 0) passed += 1;
    expect(() => renderMarkdown(body, { resolve }), body).not.toThrow();
  }
  expect(passed).toBeGreaterThan(8);
});

test.each(Object.entries(BOUNDARY_BODIES))('a body at a bound is rendered: %s', (_, make) => {
  const body = make();
  expect(markdownFacts(body).faults).toEqual([]);
  expect(renderMarkdown(body, { resolve }).html.length).toBeGreaterThan(body.length / 2);
});

let resolving = resolve as (url: string) => string | undefined;
const compiler = unified(compilerOptions(() => (url) => resolving(url)));

/** Compiles a `.mdx` body with Astro's own compiler, runs it, and gives how many elements came of it. */
async function run(body: string, heard?: (type: unknown, props: object) => void): Promise<number> {
  const mdx = await compiler.createMdxRenderer?.(
    { syntaxHighlight: false, shikiConfig: {} as never, gfm: false, smartypants: false },
    { optimize: false, srcDir: new URL('file:///'), sourcemap: false } as never,
  );
  const code = (await mdx?.process(body, '/a.mdx', {}))?.code ?? '';
  let elements = 0;
  const jsx = (type: unknown, props: object): object => {
    elements += 1;
    heard?.(type, props);
    // Pages know tags by name, and components as functions; anything else they cannot make.
    if (typeof type !== 'string' && typeof type !== 'function') throw new Error(String(type));
    return typeof type === 'function' ? (type(props) ?? {}) : { type, props };
  };
  const runtime = { Fragment: (props: object) => props, jsx, jsxs: jsx, jsxDEV: jsx };
  const plain = code
    .replace(
      /^import \{([^}]*)\} from ["'][^"']*jsx-(?:dev-)?runtime["'];?/gm,
      (_, names: string) => {
        return `const {${names.replaceAll(' as ', ': ')}} = runtime;`;
      },
    )
    .replace(/^export default /m, '')
    .replaceAll(/^export /gm, '');
  const components = Object.fromEntries(
    ['Tip', 'Steps', 'Step', 'Diagram', 'Video', 'Questions', 'Question'].map((name) => [
      name,
      (props: object) => props,
    ]),
  );
  new Function('runtime', 'components', `${plain}\nMDXContent({ components });`)(
    runtime,
    components,
  );
  return elements;
}

test('every .mdx body that passes is compiled and run', async () => {
  const random = randomNumbers(20261201);
  const clean = (text: string) => mdxFacts(text).faults.length === 0;
  let [passed, elements] = [0, 0];
  const wrong: string[] = [];
  for (let round = 0; round < 100; round += 1) {
    // Of blocks that pass alone most texts pass.
    const blocks = [0, 1, 2].flatMap(() => oddBlocks(random, { mdx: true, deep: 2 })).filter(clean);
    const body = blocks.join('\n\n');
    if (body === '' || !clean(body)) continue;
    passed += 1;
    try {
      elements += await run(body);
    } catch (error) {
      wrong.push(`${error instanceof Error ? error.message : error}\n${body}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(passed).toBeGreaterThan(40);
  expect(elements).toBeGreaterThan(passed);
});

test.each([
  ['components', `${'<Tip>\n\n'.repeat(38)}文\n\n${'</Tip>\n\n'.repeat(38)}`],
  ['components in a line', `${'<Tip>'.repeat(38)}文${'</Tip>'.repeat(38)}`],
  ['quotations', `${'> '.repeat(12)}文`],
])('an .mdx body as deep as it may be is compiled and run: %s', async (_, body) => {
  expect(mdxFacts(body).faults).toEqual([]);
  expect(await run(body)).toBeGreaterThan(10);
});

test('links and pictures of an .mdx body lead where those of a .md body lead', async () => {
  const body = [
    '![图](a/tu.png) ![图](a/%74u.png "题目") ![图](a/tu.png?x#y) ![图](a\\b)',
    '[附件](a/b.pdf) [另一条](../2025/other.md#s-1) [外面](https://www.gov.cn/) [页内](#s-1) [无](没有)',
  ].join('\n\n');
  const entry = { id: 'a', year: 2026, file: 'shili/_notice/2026/a.mdx', county: 'shili' };
  const found: unknown[] = [];
  resolving = (url) => resolveBodyLink(entry as Entry, url, '/base/shili/');
  await run(body, (type, props) => {
    const { src, href } = props as { src?: string; href?: string };
    if (type === 'img' || type === 'a') found.push(src ?? href);
  });
  const { html } = renderMarkdown(body, { resolve: resolving });
  const plain = [...html.matchAll(/<(?:a|img)\b(?: (?:href|src)="([^"]*)")?/g)];
  expect(found).toEqual(plain.map(([, target]) => target));
  expect(found).toContain('/base/shili/2026/a/tu.png');
  expect(found).toContain('/base/shili/2025/other/#s-1');
});
