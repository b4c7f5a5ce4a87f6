import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { deadLinks, isOutside, linksIn, turnOf } from '../src/github/external-links.ts';
import { keepIssues } from '../src/github/index.ts';

interface Stored {
  number: number;
  title: string;
  body: string;
  state: string;
  labels: string[];
}

/** A stand-in for GitHub on loopback, with issues in memory. */
async function standIn(issues: Stored[] = []) {
  const writes: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    const url = new URL(request.url ?? '', 'http://local');
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.headers.authorization !== 'Bearer secret') return answer(401, {});
    if (request.method !== 'GET') writes.push(`${request.method} ${url.pathname}`);
    if (request.method === 'POST') {
      const issue = { number: issues.length + 1, state: 'open', ...sent } as Stored;
      issues.push(issue);
      return answer(201, issue);
    }
    if (request.method === 'PATCH') {
      const number = Number(url.pathname.split('/').at(-1));
      const issue = issues.find((one) => one.number === number);
      return answer(200, Object.assign(issue ?? {}, sent));
    }
    const page = Number(url.searchParams.get('page'));
    const label = url.searchParams.get('labels') ?? '';
    const open = issues.filter((one) => one.state === 'open' && one.labels.includes(label));
    return answer(200, open.slice((page - 1) * 100, page * 100));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const github = { api: `http://127.0.0.1:${port}`, repository: 'shili/columns', token: 'secret' };
  return { github, issues, writes };
}

const shili = { id: 'shili', name: '示例县', count: 2, body: '- 解读逾期\n- 没有结果\n' };

describe('the nightly issue of a county', () => {
  it('is made once, left alone while nothing changes, rewritten, and closed', async () => {
    const { github, issues, writes } = await standIn();
    expect(await keepIssues(github, [shili])).toMatchObject({ created: ['shili'] });
    expect(await keepIssues(github, [shili])).toMatchObject({ unchanged: ['shili'] });
    expect(writes).toHaveLength(1);
    expect(await keepIssues(github, [{ ...shili, count: 1 }])).toMatchObject({
      updated: ['shili'],
    });
    expect(issues).toHaveLength(1);
    expect(issues[0]?.title).toBe('示例县：有 1 处内容需要更新');
    expect(await keepIssues(github, [{ ...shili, count: 0 }])).toMatchObject({ closed: ['shili'] });
    expect(issues.map(({ state }) => state)).toEqual(['closed']);
    expect(await keepIssues(github, [{ ...shili, count: 0 }])).toMatchObject({
      unchanged: ['shili'],
    });
  });

  it('is found among hundreds, and a second one of the same county is closed', async () => {
    const issue = (number: number, id: string): Stored => ({
      number,
      title: id,
      body: `<!-- columns:nightly:${id} -->\nx`,
      state: 'open',
      labels: ['nightly'],
    });
    const others = Array.from({ length: 250 }, (_, index) => issue(index + 1, `c${index}`));
    const { github, issues } = await standIn([...others, issue(300, 'shili'), issue(301, 'shili')]);
    await keepIssues(github, [shili]);
    expect(issues).toHaveLength(252);
    expect(issues.filter(({ state }) => state === 'closed').map(({ number }) => number)).toEqual([
      301,
    ]);
    expect(issues.find(({ number }) => number === 300)?.title).toContain('有 2 处');
  });

  it('is not mistaken for what an outsider writes: the label is asked for', async () => {
    const body = '<!-- columns:nightly:shili -->\nforged';
    const forged = { number: 1, title: 'x', body, state: 'open', labels: [] };
    const { github, issues } = await standIn([forged]);
    await keepIssues(github, [shili]);
    expect(issues).toHaveLength(2);
    expect(issues[0]?.body).toContain('forged');
  });

  it('stops with what GitHub said', async () => {
    const { github } = await standIn();
    await expect(keepIssues({ ...github, token: 'x' }, [shili])).rejects.toThrow('HTTP 401');
  });
});

describe('outside links', () => {
  const link = (url: string) => ({ url, file: 'shili/a.md', line: 1 });

  it('are found with their lines, without the Chinese around them', () => {
    const text = '见https://a.example/x，\n[表](http://b.example/y?z=1)。\n<https://c.example>';
    expect(linksIn('a.md', text).map(({ url, line }) => `${line} ${url}`)).toEqual([
      '1 https://a.example/x',
      '2 http://b.example/y?z=1',
      '3 https://c.example',
    ]);
  });

  it('take turns, so that each is asked within a round and none beyond the bound', () => {
    const links = Array.from({ length: 95 }, (_, index) => link(`https://a.example/${index}`));
    const nights = Array.from({ length: 10 }, (_, day) => turnOf(links, `2026-11-${day + 10}`, 10));
    expect(Math.max(...nights.map((night) => night.length))).toBeLessThanOrEqual(10);
    expect(new Set(nights.flat().map(({ url }) => url)).size).toBe(95);
  });

  it('of one host are asked one at a time, and what takes too long waits for another night', async () => {
    let now = 0;
    let most = 0;
    const probe = async (url: string) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 20));
      now -= 1;
      return url.endsWith('gone') ? 'HTTP 404' : undefined;
    };
    const links = ['https://a.example/gone', 'https://a.example/1', 'https://a.example/2'].map(
      link,
    );
    const bounds = { most: 10, patience: 1000, total: 60_000, atOnce: 8 };
    const dead = await deadLinks(links, bounds, probe);
    expect(dead.map(({ url, reason }) => [url, reason])).toEqual([
      ['https://a.example/gone', 'HTTP 404'],
    ]);
    expect(most).toBe(1);
    expect(await deadLinks(links, { ...bounds, total: -1 }, probe)).toEqual([]);
    expect(await deadLinks(links, { ...bounds, most: 0 }, probe)).toEqual([]);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.0.1',
    '[::1]',
    '[::ffff:7f00:1]',
    '[fd00::1]',
    '[fec0::1]',
    '[::7f00:1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::7f00:1]',
    'localhost',
  ])('never lead the runner to its own network: %s', async (host) => {
    expect(await isOutside(host)).toBe(false);
  });

  it.each(['223.5.5.5', '[2400:3200::1]'])('may ask a public address: %s', async (host) => {
    expect(await isOutside(host)).toBe(true);
  });
});
