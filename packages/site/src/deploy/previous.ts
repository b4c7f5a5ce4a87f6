import { COLUMNS_FILE, type ColumnsFile, columnsFile } from '../column.ts';

/** A site whose list cannot be had is not the same as a site that is not there yet. */
export class PreviousError extends Error {
  override readonly name = 'PreviousError';
}

const PATIENCE = 30_000;
const LARGEST = 5_000_000;

/**
 * The list of columns of the site that stands now, or nothing where no site stands (404). Whatever else
 * goes wrong stops a deployment: without the list nobody can tell what would be lost.
 *
 * @param root the whole address of the site, prefix included: `https://example.org/repository/`
 */
export async function previousColumns(
  root: string,
  get: typeof fetch = fetch,
): Promise<ColumnsFile | undefined> {
  const address = new URL(COLUMNS_FILE, root).href;
  try {
    const answer = await get(address, {
      signal: AbortSignal.timeout(PATIENCE),
      redirect: 'follow',
    });
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const text = await answer.text();
    if (text.length > LARGEST) throw new Error(`${text.length} 个字符，过大`);
    return columnsFile.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PreviousError(
      `读不到现在的网站的专栏清单 ${address}（${reason}），因此不能判断会不会丢失内容，没有部署。\n` +
        '怎么办：稍后重试；网站确实还不存在时，它应当回答 404。',
    );
  }
}
