import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { forgetHistory, gatherHistory, HistoryError, readHistory } from '../src/history/index.ts';
import { workshop, write } from './fixture.ts';

function git(cwd: string, day: string, ...args: string[]): void {
  const date = `${day}T12:00:00Z`;
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
}

const notice = (title: string, body: string) =>
  `---\nkind: notice\ntitle: ${title}\npublished: 2023-05-29\n---\n\n${body}\n`;
const FILE = 'content/shili/_notice/2023/a.md';
const MOVED = 'content/shili/budget/_general/2023/a.md';

async function repository(): Promise<string> {
  const { dir } = await workshop();
  git(dir, '2023-05-29', 'init', '-b', 'main');
  const commit = async (day: string, files: Record<string, string>) => {
    await write(dir, files);
    git(dir, day, 'add', '-A');
    git(dir, day, 'commit', '-m', 'x');
  };
  await commit('2023-05-29', { [FILE]: notice('通知', '第一段。\n\n第二段。') });
  await commit('2023-06-30', { [FILE]: notice('通知（更正）', '第一段。\n\n改过的第二段。') });
  git(dir, '2023-07-01', 'rm', FILE);
  await commit('2023-07-01', { [MOVED]: notice('通知（更正）', '第一段。\n\n改过的第二段。') });
  return dir;
}

describe('the history of an entry', () => {
  it('is told in plain words, and follows it when its file moves', async () => {
    const dir = await repository();
    gatherHistory(dir, ['shili']);
    const revisions = readHistory(dir, 'shili')?.get('a') ?? [];
    expect(revisions.map(({ day, changes }) => ({ day, changes }))).toEqual([
      { day: '2023-05-29', changes: [] },
      {
        day: '2023-06-30',
        changes: [
          '标题由“通知”改为“通知（更正）”',
          '正文删去：“第二段。”',
          '正文增加：“改过的第二段。”',
        ],
      },
      { day: '2023-07-01', changes: ['内容文件移动了位置，内容没有变'] },
    ]);
  });

  it('is not fetched from nowhere: where it is cut off and cannot be fetched, there is none', async () => {
    const dir = await repository();
    const { dir: other } = await workshop();
    git(other, '2023-05-29', 'clone', '--depth', '1', `file://${dir}`, 'copy');
    const copy = `${other}/copy`;
    git(copy, '2023-05-29', 'remote', 'set-url', 'origin', `${dir}/nowhere`);
    expect(() => gatherHistory(copy, ['shili'])).toThrow(HistoryError);
    expect(readHistory(copy, 'shili')).toBeUndefined();
  });

  it('is fetched where a clone is shallow', async () => {
    const dir = await repository();
    git(dir, '2023-05-29', 'config', 'uploadpack.allowFilter', 'true');
    const { dir: other } = await workshop();
    git(other, '2023-05-29', 'clone', '--depth', '1', `file://${dir}`, 'copy');
    gatherHistory(`${other}/copy`, ['shili']);
    expect(readHistory(`${other}/copy`, 'shili')?.get('a')).toHaveLength(3);
  });

  it('that an earlier run left is forgotten', async () => {
    const dir = await repository();
    gatherHistory(dir, ['shili']);
    forgetHistory(dir, ['shili']);
    expect(readHistory(dir, 'shili')).toBeUndefined();
  });
});
