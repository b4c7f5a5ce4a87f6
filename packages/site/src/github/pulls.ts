import { z } from 'zod';
import { ask, type GitHub } from './api.ts';

const pullSchema = z.object({ number: z.number(), head: z.object({ sha: z.string() }) });
const PAGE = 100;
/** GitHub lists at most 3,000 files of a pull request. */
const MOST_PAGES = 30;

/** The open pull request of a branch whose newest commit is `sha`; what its own run says of itself is not asked. */
export async function openPull(
  github: GitHub,
  { owner, branch, sha }: { readonly owner: string; readonly branch: string; readonly sha: string },
): Promise<number | undefined> {
  const query = new URLSearchParams({ state: 'open', head: `${owner}:${branch}` });
  const pulls = z.array(pullSchema).parse(await ask(github, 'GET', `pulls?${query}`));
  return pulls.find(({ head }) => head.sha === sha)?.number;
}

/** The pull requests that were closed last. */
export async function closedPulls(github: GitHub): Promise<number[]> {
  const query = new URLSearchParams({
    ...{ state: 'closed', sort: 'updated', direction: 'desc', per_page: String(PAGE) },
  });
  const pulls = z.array(pullSchema).parse(await ask(github, 'GET', `pulls?${query}`));
  return pulls.map(({ number }) => number);
}

/** Whether a pull request changes content and nothing else: then the pages were made by the software of main. */
export async function changesContentOnly(github: GitHub, pull: number): Promise<boolean> {
  const schema = z.array(
    z.object({ filename: z.string(), previous_filename: z.string().optional() }),
  );
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = new URLSearchParams({ per_page: String(PAGE), page: String(page) });
    const files = schema.parse(await ask(github, 'GET', `pulls/${pull}/files?${query}`));
    const names = files.flatMap(({ filename, previous_filename: old }) =>
      old === undefined ? [filename] : [filename, old],
    );
    // What main builds with is no content, whatever it is called.
    if (!names.every(isContent)) return false;
    if (files.length < PAGE) return true;
  }
  return false;
}

function isContent(name: string): boolean {
  return /^content\/[^/]+\/.+\.(?!mdx$)[^/.]+$/.test(name) && !name.split('/').includes('..');
}

/** Marks a commit with the address of its preview: the pull request shows it among its checks. */
export async function tellPreview(github: GitHub, sha: string, address: string): Promise<void> {
  if (!/^[0-9a-f]{40}$/.test(sha)) throw new Error('The commit is none.');
  await ask(github, 'POST', `statuses/${sha}`, {
    ...{ state: 'success', target_url: address, context: '预览' },
    description: '送审稿的网页，未发布；点“Details”打开',
  });
}
