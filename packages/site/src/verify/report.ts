import { shown, visible } from '@columns/check/visible';
import { versionText } from '@columns/export/manifest';
import type { ListedFile } from '../manifest/format.ts';
import type { Verified } from './verify.ts';

/** How many files a group names before it only counts. */
const NAMED = 50;

/** Whether nothing at all is wrong. */
export function isWhole({ faults, altered, removed, added }: Verified): boolean {
  return faults.length + altered.length + removed.length + added.length === 0;
}

/** The result in Chinese, for whoever ran the check. */
export function verifyText(result: Verified): string {
  // All of it is the site's word: names, versions, even its faults quote it.
  const { source, head, faults, notes, checked, altered, removed, added, listed, signed } = shown(
    result,
    visible,
  );
  const lines = [`核对 ${source}`];
  if (head) {
    const tools = Object.entries(head.tools).map(([name, version]) => `${name} ${version}`);
    lines.push(
      `清单：版本 ${head.commit ?? '未载明'}${head.modified ? '（另有未提交的改动）' : ''}${head.asOf ? `，截至 ${head.asOf}` : ''}；${tools.join('、')}`,
    );
  }
  if (result.version) {
    lines.push(`次序：第 ${result.version.number} 次部署，版本号 ${versionText(result.version)}`);
  }
  lines.push(...faults.map((fault) => `错误：${fault}`), ...notes.map((note) => `说明：${note}`));
  lines.push(
    ...group('被改动', altered.map(named)),
    ...group('被删除', removed.map(named)),
    ...group('多出', added),
  );
  if (head && !listed) lines.push('说明：没有核对有无多出的文件（只有文件夹能列出全部文件）');
  const counts = `核对文件 ${checked} 个，被改动 ${altered.length} 个，被删除 ${removed.length} 个，多出 ${added.length} 个`;
  const verdict = isWhole(result) ? '一致' : '不一致';
  lines.push(`${verdict}${signed ? '' : '（没有有效的签名）'}：${counts}。`);
  return `${lines.join('\n')}\n`;
}

function named({ path, source }: ListedFile): string {
  return source ? `${path}（来自 content/${source.file}）` : path;
}

function group(title: string, files: readonly string[]): string[] {
  if (files.length === 0) return [];
  const rest = files.length - NAMED;
  return [
    `${title} ${files.length} 个：`,
    ...files.slice(0, NAMED).map((file) => `  ${file}`),
    ...(rest > 0 ? [`  ……另有 ${rest} 个`] : []),
  ];
}
