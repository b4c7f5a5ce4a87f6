import { ToldError } from '@columns/standard/told';
import { z } from 'zod';
import type { GitHub } from './api.ts';

/** What GitHub says of a repository's settings; a part that the token may not see is absent. */
export interface RepositorySettings {
  /** Names of the repository's variables, with their values. */
  readonly variables?: ReadonlyMap<string, string>;
  /** Names of its secrets; nobody is told their values. */
  readonly secrets?: ReadonlySet<string>;
  /** Whether Pages is published from a workflow; `undefined` where it is not set up. */
  readonly pages?: 'workflow' | 'branch' | 'none';
  /** Rules of the branch that is deployed, by their types; with the checks that must pass. */
  readonly rules?: { readonly types: ReadonlySet<string>; readonly checks: ReadonlySet<string> };
  readonly defaultBranch?: string;
}

const PATIENCE = 10_000;
const PAGE = 100;

const variables = z.object({
  variables: z.array(z.object({ name: z.string(), value: z.string() })),
});
const secrets = z.object({ secrets: z.array(z.object({ name: z.string() })) });
const pages = z.object({ build_type: z.string().nullish() });
const rules = z.array(
  z.object({
    type: z.string(),
    parameters: z
      .object({ required_status_checks: z.array(z.object({ context: z.string() })).optional() })
      .nullish(),
  }),
);
const repository = z.object({ default_branch: z.string() });

/**
 * Asks GitHub what is set. What it refuses (a token without the right, a plan without rules) stays unknown.
 * @throws ToldError where it does not answer at all
 */
export async function repositorySettings(github: GitHub): Promise<RepositorySettings> {
  const named = await ask(github, '', repository);
  const branch = named === 'unknown' || named === 'none' ? 'main' : named.default_branch;
  const [found, kept, published, ruled] = await Promise.all([
    ask(github, `/actions/variables?per_page=${PAGE}`, variables),
    ask(github, `/actions/secrets?per_page=${PAGE}`, secrets),
    ask(github, '/pages', pages),
    ask(github, `/rules/branches/${encodeURIComponent(branch)}?per_page=${PAGE}`, rules),
  ]);
  return {
    ...(isKnown(named) ? { defaultBranch: named.default_branch } : {}),
    ...(isKnown(found)
      ? { variables: new Map(found.variables.map(({ name, value }) => [name, value])) }
      : {}),
    ...(isKnown(kept) ? { secrets: new Set(kept.secrets.map(({ name }) => name)) } : {}),
    ...(published === 'none'
      ? { pages: 'none' as const }
      : isKnown(published)
        ? { pages: published.build_type === 'workflow' ? 'workflow' : 'branch' }
        : {}),
    ...(isKnown(ruled)
      ? {
          rules: {
            types: new Set(ruled.map(({ type }) => type)),
            checks: new Set(
              ruled.flatMap(({ parameters }) =>
                (parameters?.required_status_checks ?? []).map(({ context }) => context),
              ),
            ),
          },
        }
      : {}),
  };
}

const isKnown = <T>(answer: T | 'unknown' | 'none'): answer is T =>
  answer !== 'unknown' && answer !== 'none';

async function ask<T>(
  { api, repository: name, token }: GitHub,
  path: string,
  schema: z.ZodType<T>,
): Promise<T | 'unknown' | 'none'> {
  const answer = await fetch(`${api}/repos/${name}${path}`, {
    signal: AbortSignal.timeout(PATIENCE),
    headers: {
      accept: 'application/vnd.github+json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      'user-agent': 'columns',
      'x-github-api-version': '2022-11-28',
    },
  }).catch((error: unknown) => {
    const { cause } = error as { cause?: { code?: string } };
    throw new ToldError(`没有问到 GitHub（${cause?.code ?? (error as Error).name}）。`);
  });
  if (answer.status === 404) return 'none';
  if (!answer.ok) return 'unknown';
  const read = schema.safeParse(await answer.json());
  return read.success ? read.data : 'unknown';
}
