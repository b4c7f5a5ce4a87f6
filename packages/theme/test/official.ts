import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTENT } from './build.ts';

const MARKS = `marks:
  site-id-code: "0000000001"
  party-mark: https://mark.example.gov.cn/
  icp: 示例ICP备00000001号
  police: 示例公网安备00000000000001号
  host: 青山县人民政府办公室
  contact: 0000-0000001
`;

/** The fixture counties as if they were real ones: no demonstration, with the prescribed marks. */
export function officialContent(): { readonly content: string; remove(): void } {
  const content = mkdtempSync(join(tmpdir(), 'columns-official-'));
  cpSync(CONTENT, content, { recursive: true });
  const file = join(content, 'qingshan/county.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('demo: true\n', MARKS));
  return { content, remove: () => rmSync(content, { recursive: true, force: true }) };
}
