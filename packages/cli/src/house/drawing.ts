import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whom each package needs, by their short names. */
export type Needs = ReadonlyMap<string, readonly string[]>;

const SCOPE = '@columns/';
/** All apps are alike, so one stands for them. */
const APP = 'app';

/**
 * Whom each package of the repository needs when it runs, as its `package.json` says; `turbo boundaries` sees to it
 * that code imports nothing else.
 */
export function readNeeds(root: string): Needs {
  const folders = readdirSync(join(root, 'packages')).map((name) => ({
    name,
    file: join(root, 'packages', name, 'package.json'),
  }));
  const [app] = readdirSync(join(root, 'apps'));
  if (app !== undefined) folders.push({ name: APP, file: join(root, 'apps', app, 'package.json') });
  return new Map(
    folders.filter(({ file }) => existsSync(file)).map(({ name, file }) => [name, neededBy(file)]),
  );
}

function neededBy(file: string): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  return Object.keys(dependencies)
    .filter((name) => name.startsWith(SCOPE))
    .map((name) => name.slice(SCOPE.length));
}

/**
 * The packages as a Mermaid flowchart, who needs above whom is needed. An arrow that a longer way says as well is left
 * out.
 *
 * @throws Error that names the packages of a circle
 */
export function drawing(needs: Needs): string {
  const below = (name: string, way: readonly string[] = []): ReadonlySet<string> => {
    if (way.includes(name)) throw new Error(`A circle of packages: ${[...way, name].join(' → ')}`);
    const direct = needs.get(name) ?? [];
    return new Set(direct.flatMap((each) => [each, ...below(each, [...way, name])]));
  };
  const lines = [...needs].sort(byName).flatMap(([name, direct]) => {
    const longer = new Set(direct.flatMap((each) => [...below(each, [name])]));
    return direct
      .filter((each) => !longer.has(each))
      .sort()
      .map((each) => `  ${name} --> ${each}`);
  });
  const alone = [...needs].filter(
    ([name, direct]) =>
      direct.length === 0 && ![...needs.values()].some((each) => each.includes(name)),
  );
  return ['flowchart TD', ...alone.map(([name]) => `  ${name}`).sort(), ...lines, ''].join('\n');
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

const MARK = /(```mermaid\n)[^`]*(```)/;

/** A page with its drawing made anew. @throws Error where it has no place for one */
export function withDrawing(page: string, needs: Needs): string {
  if (!MARK.test(page)) throw new Error('The page has no block ```mermaid.');
  return page.replace(MARK, (_, begin: string, end: string) => begin + drawing(needs) + end);
}
