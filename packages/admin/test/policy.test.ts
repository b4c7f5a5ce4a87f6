import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { adminPage } from '../src/build/page.ts';
import { ADMIN_POLICY, adminPolicy } from '../src/policy.ts';
import { editorSettings, readSettings, SettingsError } from '../src/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'admin-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function settings(text: string) {
  const file = join(folder, 'admin.yaml');
  writeFileSync(file, text);
  return readSettings(file);
}

const SHARED = {
  decap: 'decap.js',
  script: 'editor.js',
  parts: ['part.js'],
  style: 'editor.css',
};

describe('the policy of /admin/', () => {
  test('lets Decap compile its checks, and loads nothing from another host', () => {
    expect(ADMIN_POLICY).toContain("script-src 'self' 'unsafe-eval'");
    expect(ADMIN_POLICY).not.toMatch(/script-src[^;]*'unsafe-inline'/);
    expect(ADMIN_POLICY).not.toMatch(/https?:/);
  });

  test('lets it speak to the repository’s host and to no other', () => {
    expect(adminPolicy(['https://git.example.org'])).toContain(
      "connect-src 'self' blob: data: https://git.example.org;",
    );
  });

  test('stands in the page, whose files are found under any base', () => {
    const page = adminPage(
      '安岳县',
      '/anyue/',
      SHARED,
      editorSettings({
        service: 'gitea',
        repository: 'a/b',
        branch: 'main',
        address: 'https://git.example.org',
        application: 'x',
      }),
    );
    expect(page).toContain('https://git.example.org');
    expect(page).toContain('src="../../editor/decap.js"');
    expect(page).toContain('rel="modulepreload" href="../../editor/part.js"');
    expect(adminPage('县', '/', SHARED, editorSettings({ service: 'none' }))).toContain(
      'href="../editor/editor.css"',
    );
  });

  test('a site that says nothing of where to sign in starts no editor', () => {
    const page = adminPage('安岳县', '/anyue/', SHARED, editorSettings({ service: 'none' }));
    expect(page).not.toContain('<script');
    expect(page).toContain('在线编辑还没有开通');
  });
});

describe('admin.yaml', () => {
  test('GitLab signs in by PKCE', () => {
    const { backend, workflow } = settings(
      'service: gitlab\nrepository: county/content\naddress: https://git.example.org\napplication: abc\n',
    );
    expect(backend).toMatchObject({
      name: 'gitlab',
      auth_type: 'pkce',
      app_id: 'abc',
      branch: 'main',
    });
    expect(workflow).toBe(true);
  });

  test('Gitea is spoken to as Forgejo, whose backend knows pull requests', () => {
    const { backend } = settings(
      'service: gitea\nrepository: county/content\naddress: https://git.example.org\napplication: abc\n',
    );
    expect(backend).toMatchObject({ name: 'forgejo', api_root: 'https://git.example.org/api/v1' });
  });

  test('what is wrong is named in Chinese', () => {
    expect(() => settings('service: github\nrepository: content\nhelper: example.org\n')).toThrow(
      SettingsError,
    );
    expect(() => settings('service: github\nrepository: content\nhelper: example.org\n')).toThrow(
      /repository：应为“组织\/仓库”/,
    );
  });
});
