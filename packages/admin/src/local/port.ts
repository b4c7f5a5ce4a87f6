import { createHash } from 'node:crypto';

/** The first of the ports that editors have, and how many there are: none of them is refused by a browser. */
const FIRST = 43_000;
const MANY = 2_000;

/**
 * The port of a county's editor on one's own machine. It is the same at each start: a browser keeps drafts by address,
 * and with another port they would be out of reach.
 */
export function portOf(county: string): number {
  return FIRST + (createHash('sha256').update(county).digest().readUInt32BE() % MANY);
}

/** What to do where another program has the port. */
export const portTaken = (port: number): string =>
  `端口 ${port} 已被占用：多半是编辑页面已经在另一个窗口里开着，用那里显示的网址打开即可。\n` +
  '确要再开一个的，命令后面加 --port 0（没保存的草稿留在原来的网址，不会跟过来）。\n';
