import type { GitHub, Issue } from './api.ts';
import { createIssue, openIssues, updateIssue } from './api.ts';

/** What the nightly run has to say of one county; `body` is Markdown in which all texts are escaped. */
export interface NightlyCounty {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly body: string;
}

export interface NightlyResult {
  readonly created: string[];
  readonly updated: string[];
  readonly closed: string[];
  readonly unchanged: string[];
}

export const LABEL = 'nightly';
/** GitHub refuses longer bodies (65,536 characters). */
const LONGEST = 60_000;

/**
 * One issue for each county with something to mend: made once, rewritten when what it says changes, closed
 * when nothing is left. Counties that were not looked at are left alone. A second issue of one county, made
 * when two runs met, is closed.
 */
export async function keepIssues(
  github: GitHub,
  counties: readonly NightlyCounty[],
): Promise<NightlyResult> {
  const open = await openIssues(github, LABEL);
  const result: NightlyResult = { created: [], updated: [], closed: [], unchanged: [] };
  for (const county of counties) {
    const [own, ...more] = open.filter((issue) => isOf(issue, county)).sort(byNumber);
    for (const { number } of more) await close(github, number);
    result[await keep(github, county, own)].push(county.id);
  }
  return result;
}

async function keep(
  github: GitHub,
  county: NightlyCounty,
  own: Issue | undefined,
): Promise<keyof NightlyResult> {
  const { count, id, name } = county;
  if (count === 0) {
    if (!own) return 'unchanged';
    await close(github, own.number);
    return 'closed';
  }
  const title = `${name}：有 ${count} 处内容需要更新`;
  const body = `${marker(id)}\n${fitted(county.body)}`;
  if (!own) {
    await createIssue(github, { title, body, labels: [LABEL] });
    return 'created';
  }
  if (own.title === title && own.body?.replaceAll('\r\n', '\n').trimEnd() === body.trimEnd()) {
    return 'unchanged';
  }
  await updateIssue(github, own.number, { title, body });
  return 'updated';
}

async function close(github: GitHub, number: number): Promise<void> {
  await updateIssue(github, number, { state: 'closed', state_reason: 'completed' });
}

function marker(id: string): string {
  return `<!-- columns:nightly:${id} -->`;
}

function isOf({ body }: Issue, { id }: NightlyCounty): boolean {
  return body?.startsWith(marker(id)) ?? false;
}

function byNumber(a: Issue, b: Issue): number {
  return a.number - b.number;
}

function fitted(body: string): string {
  if (body.length <= LONGEST) return body;
  const whole = body.slice(0, body.lastIndexOf('\n', LONGEST));
  return `${whole}\n\n篇幅所限，其余见每夜运行的日志。`;
}
