import { escapeHtml } from '@columns/export';
import { adminPolicy } from '../policy.ts';
import type { EditorSettings } from '../settings.ts';
import type { SharedFiles } from './bundle.ts';
import { SHARED_FOLDER } from './bundle.ts';

/** `/admin/index.html` of a county: its policy, and the shared files by addresses that fit any `BASE`. */
export function adminPage(
  name: string,
  base: string,
  shared: SharedFiles,
  { backend, origins }: EditorSettings,
): string {
  // From `<base>admin/` up to the site's root.
  const up = '../'.repeat(base.split('/').filter((part) => part !== '').length + 1);
  const at = (file: string) => `${up}${SHARED_FOLDER}/${file}`;
  const ready = backend['name'] !== undefined;
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${escapeHtml(adminPolicy(origins))}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="referrer" content="same-origin">
    <title>编辑 - ${escapeHtml(name)}</title>
    <link rel="stylesheet" href="${at(shared.style)}">
${ready ? `${shared.parts.map((part) => `    <link rel="modulepreload" href="${at(part)}">\n`).join('')}    <script src="manual.js"></script>\n    <script src="${at(shared.decap)}" defer></script>\n    <script type="module" src="${at(shared.script)}"></script>\n` : ''}  </head>
  <body>
${
  ready
    ? ''
    : `    <main class="editor-none">
      <h1>${escapeHtml(name)}：在线编辑还没有开通</h1>
      <p>这个网站还没有设置在哪里登录。维护人员在仓库的 admin.yaml 中写明代码平台后，这里就是编辑页面。</p>
      <p>在自己的电脑上可以直接编辑：在仓库中运行 <code>npx pnpm@12 admin</code> 加县区编号。</p>
      <p><a href="../">回到专栏</a></p>
    </main>
`
}    <noscript>编辑页面要用脚本。<a href="../">回到专栏</a></noscript>
  </body>
</html>
`;
}

/** Decap waits until our script has told it of formats, widgets and the configuration. */
export const MANUAL_START = 'window.CMS_MANUAL_INIT = true;\n';
