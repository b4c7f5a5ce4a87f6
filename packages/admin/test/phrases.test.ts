import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Phrases, phrases } from '../src/browser/phrases.ts';

const require = createRequire(import.meta.url);

/** The English phrases of the Decap that is installed, from the source map beside its built file. */
function installed(): Phrases {
  const folder = dirname(require.resolve('decap-cms/package.json'));
  const map = JSON.parse(readFileSync(join(folder, 'dist/decap-cms.js.map'), 'utf8')) as {
    sources: string[];
    sourcesContent: string[];
  };
  const at = map.sources.findIndex((name) =>
    /decap-cms-locales\/dist\/esm\/en\/index\.js$/.test(name),
  );
  const source = map.sourcesContent[at] ?? '';
  // The file is one object of texts.
  return new Function(source.replace(/export default (\w+);?\s*$/, 'return $1;'))() as Phrases;
}

/** Each phrase by its path. */
function flat(given: Phrases, path = ''): Map<string, string> {
  return new Map(
    Object.entries(given).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value]] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

/** Names of things that have no Chinese one, and places for values. */
const NOT_ENGLISH = /%\{\w+\}|Ctrl\+Enter|Azure|Bitbucket|GitHub|KB|YYYY|[MD]/g;

const theirs = flat(installed());

describe.each([true, false])('the phrases of the editor (workflow: %s)', (workflow) => {
  const ours = flat(phrases(workflow));

  test('are all there are in the Decap that is installed', () => {
    expect(theirs.size).toBeGreaterThan(200);
    expect([...theirs.keys()].filter((key) => !ours.has(key))).toEqual([]);
    expect([...ours.keys()].filter((key) => !theirs.has(key))).toEqual([]);
  });

  test('are Chinese, and only Chinese', () => {
    for (const [key, text] of ours) {
      const bare = text.replaceAll(NOT_ENGLISH, '');
      expect([key, bare]).toEqual([key, expect.not.stringMatching(/[A-Za-z]/)]);
      if (bare !== '') expect([key, bare]).toEqual([key, expect.stringMatching(/\p{Script=Han}/u)]);
    }
  });

  test('name the same values', () => {
    const values = (text: string) => [...new Set(text.match(/%\{\w+\}/g))].sort();
    for (const [key, text] of ours) {
      for (const value of values(text))
        expect([key, values(theirs.get(key) ?? '')]).toEqual([
          key,
          expect.arrayContaining([value]),
        ]);
    }
  });
});

test('no phrase has a word of another trade', () => {
  const texts = [true, false]
    .flatMap((workflow) => [...flat(phrases(workflow)).values()])
    .join('\n');
  for (const word of ['集合', '帖子', '媒体', '审查中', '合并请求', '后端', '工作流'])
    expect(texts).not.toContain(word);
});

test('where files are written at once, nothing says that they were published', () => {
  const words = flat(phrases(false));
  for (const name of ['publish', 'published', 'publishNow', 'publishing'])
    expect(words.get(`editor.editorToolbar.${name}`)).not.toMatch(/发布/);
});
