import { parseFrontmatter, unified } from '@astrojs/markdown-remark';
import { normalise, splitFrontMatter } from '@columns/content';
import { mdxFacts } from '@columns/content/markdown';
import { describe, expect, it } from 'vitest';
import { compilerText, remarkDialect } from '../src/integration/mdx.ts';

/*
 * Three readers look for the end of a front matter: ours, the guard before the compiler, and Astro's. No
 * text may pass the gate and be compiled as something else.
 */

const CODE = 'import fs from "node:fs"\n\nexport const x = fs.writeFileSync("pwned", "")';
const HEAD = 'title: 讲解\nkind: interpretation';

/** Ways in which a line may begin or end a front matter for one reader and not for another. */
const FENCES = [
  '---',
  '--- ',
  '---\t',
  '----',
  '---x',
  '--',
  '+++',
  '+++ ',
  ' ---',
  '---\u00a0',
  '---\u3000',
  '---\u2028',
  '\u200b---',
  '\ufeff---',
  '...',
  '***',
];
const ENDS = ['\n', '\r\n', '\r'];
const STARTS = ['', '\ufeff', '\n'];

function* texts(): Generator<string> {
  for (const start of STARTS) {
    for (const end of ENDS) {
      for (const open of FENCES) {
        for (const close of FENCES) {
          yield `${start}${open}${end}${HEAD.replaceAll('\n', end)}${end}${close}${end}${CODE}${end}${end}文${end}${end}---${end}${end}下文。${end}`;
        }
      }
    }
  }
}

/** What Astro hands to the compiler of a text. */
const compiled = (code: string) =>
  parseFrontmatter(code, { frontmatter: 'empty-with-spaces' }).content;

const unsafe = (text: string) =>
  mdxFacts(text).faults.filter(({ code }) => code.startsWith('safety/'));

describe('what the compiler gets', () => {
  it('is the body that the gate has judged, however the front matter ends', () => {
    let refused = 0;
    for (const text of texts()) {
      const result = compilerText(Buffer.from(text));
      if ('fault' in result) {
        refused += 1;
        continue;
      }
      const code = compiled(result.code);
      const read = new TextDecoder().decode(Buffer.from(text));
      const body = splitFrontMatter(read)?.body ?? normalise(read);
      expect({ text, code: code.trimStart() }).toEqual({ text, code: body.trimStart() });
      expect({ text, faults: unsafe(code) }).toEqual({ text, faults: [] });
    }
    expect(refused).toBeGreaterThan(100);
  });

  it.each(['---\ntitle: a\n---\n正文', '+++\na = 1\n+++\n\n正文', '---\n---\n正文'])(
    'is a body that looks like front matter, as a body: %s',
    (body) => {
      const result = compilerText(Buffer.from(`---\n${HEAD}\n---\n${body}`));
      expect('code' in result && compiled(result.code).trimStart()).toBe(body);
    },
  );

  it('has its lines where the file has them', () => {
    const text = `---\n${HEAD}\nform: 讲解\n---\n\n正文在第七行`;
    const result = compilerText(Buffer.from(text));
    const lines = 'code' in result ? result.code.split('\n') : [];
    expect(lines.indexOf('正文在第七行')).toBe(text.split('\n').indexOf('正文在第七行'));
  });

  it('is nothing of a file that is not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(`---\n${HEAD}\n---\n`), Buffer.from([0xd6, 0xd0])]);
    expect(compilerText(bytes)).toHaveProperty('fault');
  });
});

describe('the compiler reads the dialect', () => {
  const renderer = unified({ gfm: false, smartypants: false, remarkPlugins: [remarkDialect] });
  const compile = async (text: string) => {
    const mdx = await renderer.createMdxRenderer?.(
      { syntaxHighlight: false, shikiConfig: {} as never, gfm: false, smartypants: false },
      { optimize: false, srcDir: new URL('file:///'), sourcemap: false } as never,
    );
    return (await mdx?.process(text, '/a.mdx', {}))?.code ?? '';
  };

  it('as check and page do: masks stay, lines end, numbers are those typed', async () => {
    const code = await compile(
      '王*明、李*华，3~5日，6~8日\n第二行\n\n5. 甲\n7. 乙\n\n**注意：**请',
    );
    for (const text of ['王*明、李*华，3~5日，6~8日', '\\n第二行', '注意：']) {
      expect(code).toContain(`"${text}"`);
    }
    expect(code).toMatch(/_components\.br/);
    expect(code).toMatch(/value: "?7/);
    expect(code).not.toMatch(/_components\.(?:em|del)\b/);
  });

  it('and what it reads as code, the gate has named', () => {
    expect(mdxFacts(CODE).faults[0]?.code).toBe('safety/mdx-import');
  });
});
