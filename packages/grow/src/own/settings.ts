import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { GrowFaults } from '../fault.ts';

/** What a repository of one's own says of itself, at its root. */
export const OWN_FILE = 'columns.yaml';

const schema = z.strictObject({
  /** 这个仓库的名称, as its README shows it. */
  name: z.string().trim().min(1),
  /** Where new versions come from: an address or a folder that git can fetch. */
  source: z.string().trim().min(1),
  /** The version of the software that is in use. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** The commit of the source that it was taken from. */
  commit: z.string().regex(/^[0-9a-f]{40}$/),
});

export type OwnSettings = z.infer<typeof schema>;

/** Nothing in the repository that the software itself comes from. @throws GrowFaults where it cannot be read */
export function readOwn(root: string): OwnSettings | undefined {
  const file = join(root, OWN_FILE);
  if (!existsSync(file)) return undefined;
  const read = schema.safeParse(parse(readFileSync(file, 'utf8')), {
    error: z.locales.zhCN().localeError,
  });
  if (read.success) return read.data;
  throw new GrowFaults(
    read.error.issues.map(({ path, message }) => `${OWN_FILE} ${path.join('.')}：${message}`),
  );
}

export function ownText({ name, source, version, commit }: OwnSettings): string {
  return `# 这个仓库用的是哪一版软件；columns adopt 写出，columns upgrade 更新
name: ${JSON.stringify(name)}
source: ${JSON.stringify(source)}
version: ${version}
commit: ${commit}
`;
}
