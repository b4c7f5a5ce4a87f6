import { ToldError } from '@columns/standard/told';
import { z } from 'zod';

/** The little of GitHub's REST API that the nightly run needs. */
export interface GitHub {
  /** `https://api.github.com`, or the enterprise's own. */
  readonly api: string;
  /** `owner/name` */
  readonly repository: string;
  readonly token: string;
}

const issueSchema = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullable(),
  pull_request: z.unknown().optional(),
});

export type Issue = z.infer<typeof issueSchema>;

const PATIENCE = 30_000;
const PAGE = 100;
/** No repository has more counties than the country. */
const MOST_PAGES = 40;

/** Every open issue with a label. Only who may triage can set one, so outsiders cannot forge ours. */
export async function openIssues(github: GitHub, label: string): Promise<Issue[]> {
  const found: Issue[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = new URLSearchParams({
      labels: label,
      state: 'open',
      per_page: String(PAGE),
      page: String(page),
    });
    const issues = z.array(issueSchema).parse(await ask(github, 'GET', `issues?${query}`));
    found.push(...issues.filter((issue) => issue.pull_request === undefined));
    if (issues.length < PAGE) return found;
  }
  throw new Error(`More than ${MOST_PAGES * PAGE} open issues have the label ${label}.`);
}

export async function createIssue(
  github: GitHub,
  issue: { title: string; body: string; labels: string[] },
): Promise<void> {
  await ask(github, 'POST', 'issues', issue);
}

export async function updateIssue(
  github: GitHub,
  number: number,
  change: { title?: string; body?: string; state?: 'closed'; state_reason?: 'completed' },
): Promise<void> {
  await ask(github, 'PATCH', `issues/${number}`, change);
}

/** Asks GitHub something of the repository. @throws ToldError with its answer */
export async function ask(
  github: GitHub,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const address = `${github.api}/repos/${github.repository}/${path}`;
  const answer = await fetch(address, {
    method,
    signal: AbortSignal.timeout(PATIENCE),
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${github.token}`,
      'content-type': 'application/json',
      'user-agent': 'columns',
      'x-github-api-version': '2022-11-28',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) {
    const said = (await answer.text()).slice(0, 300);
    throw new ToldError(`GitHub 拒绝 ${method} ${path}：HTTP ${answer.status} ${said}`);
  }
  return answer.json();
}
