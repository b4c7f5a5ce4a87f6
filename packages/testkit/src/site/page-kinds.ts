/** The kinds of pages a column has, told by their addresses, which do not change. */
export interface PageKind {
  /** What a reader of a table calls it. */
  readonly name: string;
  /** Whether the address, below the column's base, is of this kind; `files` are all files there. */
  readonly has: (address: string, files: ReadonlySet<string>) => boolean;
  /** The most that HTML and linked CSS may weigh, compressed, in bytes. */
  readonly limit?: number;
  /** Whether programs may add to it. */
  readonly scripts?: true;
}

const KB = 1024;
const at = (pattern: RegExp) => (address: string) => pattern.test(address);

/** The first kind that has an address is its kind. */
export const PAGE_KINDS: readonly PageKind[] = [
  { name: '首页', has: at(/^$/u), limit: 30 * KB, scripts: true },
  { name: '领域', has: at(/^domains\/[^/]+\/$/u), limit: 25 * KB },
  { name: '事项', has: at(/^domains\/./u), limit: 25 * KB },
  { name: '名录清单', has: isRegister, scripts: true },
  { name: '公开信息', has: at(/^\d{4}\/./u), limit: 14 * KB, scripts: true },
  { name: '规范性文件库', has: at(/^library\//u) },
  { name: '体裁列表', has: at(/^kinds\/./u), scripts: true },
  { name: '部门和乡镇', has: at(/^(?:units|towns)\/$/u) },
  { name: '单位', has: at(/^units\/./u) },
  { name: '乡镇', has: at(/^towns\/./u) },
  { name: '标准目录', has: at(/^catalogue\//u) },
  { name: '政府信息公开', has: at(/^disclosure\//u) },
  { name: '申请表', has: at(/^application\/form\//u), scripts: true },
  { name: '依申请公开', has: at(/^application\//u) },
  { name: '政府公报', has: at(/^gazette\//u) },
  { name: '年报', has: at(/^reports\//u) },
  { name: '订阅', has: at(/^feeds\//u) },
  { name: '上级文件', has: at(/^upper\//u) },
  { name: '检索', has: at(/^search\//u), scripts: true },
  { name: '未找到', has: at(/^404\.html$/u) },
  { name: '其他', has: () => true },
];

/** A register is an entry whose rows can be had as data. */
function isRegister(address: string, files: ReadonlySet<string>): boolean {
  const id = /^\d{4}\/([^/]+)\//u.exec(address)?.[1];
  return id !== undefined && files.has(`data/${id}.csv`);
}

export function kindOf(address: string, files: ReadonlySet<string>): PageKind {
  const kind = PAGE_KINDS.find(({ has }) => has(address, files));
  if (kind === undefined) throw new Error(`No kind of page has ${address}`);
  return kind;
}
