import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** How officers sign in and where their changes go: what a county's editor is made with. */
export interface EditorSettings {
  /** Decap's `backend`; without one the site has no editor yet. */
  readonly backend: Readonly<Record<string, unknown>>;
  /** Whether a save is a branch and a pull request. */
  readonly workflow: boolean;
  /** Origins that the editor speaks to. */
  readonly origins: readonly string[];
}

const origin = z
  .string()
  .regex(/^https:\/\/[^/\s]+$|^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?$/, {
    error: '应为以 https:// 开头、不带路径的网址',
  });
const repository = z.string().regex(/^[\w.-]+(?:\/[\w.-]+)+$/, { error: '应为“组织/仓库”' });
const branch = z.string().min(1).default('main');

const schema = z.discriminatedUnion('service', [
  z.strictObject({ service: z.literal('none') }),
  z.strictObject({
    service: z.literal('github'),
    repository,
    branch,
    /** Where the OAuth helper runs. */
    helper: origin,
    /** For GitHub on a server of one's own. */
    api: z.string().url().default('https://api.github.com'),
  }),
  z.strictObject({
    service: z.enum(['gitlab', 'gitea', 'forgejo']),
    repository,
    branch,
    address: origin,
    application: z.string().min(1, { error: '应为在代码平台登记的应用编号' }),
  }),
]);

export type AdminFile = z.infer<typeof schema>;

/** `admin.yaml` is wrong; the message is Chinese and names what is. */
export class SettingsError extends Error {}

/** The settings of `admin.yaml`; without that file nobody can sign in. @throws SettingsError */
export function readSettings(file: string): EditorSettings {
  if (!existsSync(file)) return editorSettings({ service: 'none' });
  const parsed = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path, message }) => `  ${path.join('.') || '（整个文件）'}：${message}`,
    );
    throw new SettingsError(
      `${file} 写得不对：\n${faults.join('\n')}\n  写法见 packages/admin/README.md\n`,
    );
  }
  return editorSettings(parsed.data);
}

/** Decap's backend for each service. Gitea is spoken to as Forgejo, whose backend knows pull requests. */
export function editorSettings(file: AdminFile): EditorSettings {
  switch (file.service) {
    case 'none':
      return { backend: {}, workflow: true, origins: [] };
    case 'github':
      return {
        backend: {
          name: 'github',
          repo: file.repository,
          branch: file.branch,
          api_root: file.api,
          base_url: file.helper,
          auth_endpoint: 'auth',
          preview_context: '预览',
          squash_merges: true,
        },
        workflow: true,
        origins: [new URL(file.api).origin, file.helper],
      };
    case 'gitlab':
      return {
        backend: {
          name: 'gitlab',
          repo: file.repository,
          branch: file.branch,
          auth_type: 'pkce',
          base_url: file.address,
          api_root: `${file.address}/api/v4`,
          app_id: file.application,
          squash_merges: true,
        },
        workflow: true,
        origins: [file.address],
      };
    default:
      return {
        backend: {
          name: 'forgejo',
          repo: file.repository,
          branch: file.branch,
          base_url: file.address,
          api_root: `${file.address}/api/v1`,
          app_id: file.application,
        },
        workflow: true,
        origins: [file.address],
      };
  }
}

/** The editor on one's own machine, through Decap's file interface on the same address. */
export function localSettings(workflow: boolean, branch: string): EditorSettings {
  return { backend: { name: 'proxy', proxy_url: '/api/v1', branch }, workflow, origins: [] };
}
