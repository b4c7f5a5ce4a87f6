import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  launchBrowser,
  makeTempDir,
  type ServedFolder,
  serveFolder,
  type TempDir,
} from '@columns/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../src/build/bundle.ts';
import { adminFiles, writeAdmin } from '../src/build/county.ts';
import { type AdminFile, editorSettings } from '../src/settings.ts';
import { FIXTURES } from './facts.ts';

/** Stands in for a code platform: it gives codes and tokens as RFC 6749 and 7636 have them. */
interface Provider {
  readonly address: string;
  /** What was asked of it, in order. */
  readonly asked: string[];
  /** Tokens that its interface was called with. */
  readonly tokens: Set<string>;
  close(): void;
}

async function standIn(): Promise<Provider> {
  const asked: string[] = [];
  const tokens = new Set<string>();
  let challenge = '';
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    asked.push(`${request.method} ${url.pathname}`);
    const cors = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'access-control-allow-methods': '*',
      'access-control-expose-headers': '*',
    };
    const json = (value: unknown, status = 200) =>
      response
        .writeHead(status, { ...cors, 'content-type': 'application/json' })
        .end(JSON.stringify(value));
    if (request.method === 'OPTIONS') return response.writeHead(204, cors).end();
    if (/\/oauth\/authorize$/.test(url.pathname)) {
      challenge = url.searchParams.get('code_challenge') ?? '';
      expect(url.searchParams.get('code_challenge_method')).toBe('S256');
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'one-code');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      return response.writeHead(302, { location: back.href }).end();
    }
    if (/\/oauth\/(?:token|access_token)$/.test(url.pathname)) {
      const given = JSON.parse(await bodyOf(request)) as Record<string, string>;
      const proof = createHash('sha256')
        .update(given['code_verifier'] ?? '')
        .digest('base64url');
      if (given['code'] !== 'one-code' || proof !== challenge)
        return json({ error: 'invalid_grant' }, 400);
      return json({ access_token: 'the-token', token_type: 'bearer' });
    }
    if (url.pathname === '/auth')
      return response.writeHead(200, { 'content-type': 'text/html' }).end(HELPER);
    const token = request.headers.authorization ?? '';
    if (token !== '') tokens.add(token);
    if (/\/user$/.test(url.pathname))
      return json({
        id: 1,
        login: 'clerk',
        name: '经办员',
        username: 'clerk',
        email: 'clerk@example.org',
        avatar_url: '',
      });
    if (/\/(?:repos|projects)\/[^/]+(?:\/[^/]+)?$/.test(url.pathname))
      return json({
        permissions: { push: true, pull: true, admin: false, project_access: { access_level: 40 } },
        default_branch: 'main',
        owner: { login: 'county' },
      });
    return json([]);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, asked, tokens, close: () => server.close() };
}

/** The page that an OAuth helper answers with once GitHub has said yes: Decap's own handshake. */
const HELPER = `<script>
  addEventListener('message', ({ origin }) => {
    opener.postMessage('authorization:github:success:' + JSON.stringify({ token: 'the-token', provider: 'github' }), origin);
  });
  opener.postMessage('authorizing:github', '*');
</script>`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

let folder: TempDir;
let site: ServedFolder;
let browser: Browser;
let shared: Awaited<ReturnType<typeof bundle>>;

beforeAll(async () => {
  folder = await makeTempDir('sign-in');
  shared = await bundle(folder.path);
  site = await serveFolder(folder.path);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await folder?.remove();
});

/** A site's `/admin/` as it is deployed with these settings. */
function deploy(file: AdminFile): string {
  const files = adminFiles(FIXTURES, 'qingshan', shared, editorSettings(file));
  writeAdmin(join(folder.path, 'qingshan'), files);
  return `${site.origin}/qingshan/admin/`;
}

const COMMON = { repository: 'county/content', branch: 'main' };

test.each(['gitlab', 'gitea', 'forgejo'] as const)(
  '%s signs an officer in by PKCE',
  async (service) => {
    const provider = await standIn();
    const page = await browser.newPage();
    try {
      const url = deploy({
        service,
        ...COMMON,
        address: provider.address,
        application: 'the-editor',
      });
      await page.goto(url);
      await page.getByRole('button', { name: /登录/ }).click();
      await page.locator('aside a').first().waitFor({ timeout: 30_000 });
      expect(provider.asked.filter((line) => line.includes('oauth'))).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/authorize/),
          expect.stringMatching(/token/),
        ]),
      );
      expect([...provider.tokens].every((token) => token.endsWith('the-token'))).toBe(true);
      expect(provider.tokens.size).toBeGreaterThan(0);
      expect(new URL(page.url()).search).toBe('');
    } finally {
      await page.close();
      provider.close();
    }
  },
);

test('GitHub signs an officer in through the helper', async () => {
  const provider = await standIn();
  const page = await browser.newPage();
  try {
    await page.goto(
      deploy({ service: 'github', ...COMMON, helper: provider.address, api: provider.address }),
    );
    await page.getByRole('button', { name: /登录/ }).click();
    await page.locator('aside a').first().waitFor({ timeout: 30_000 });
    expect(provider.asked).toContain('GET /auth');
    expect([...provider.tokens]).toContain('token the-token');
  } finally {
    await page.close();
    provider.close();
  }
});
