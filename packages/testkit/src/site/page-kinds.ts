/** The kinds of pages a column has, told by their addresses, which do not change. */
export interface PageKind {
  /** What a reader of a table calls it. */
  readonly name: string;
  /** Whether the address, below the column's base, is of this kind; `files` are all files there. */
  readonly has: (address: string, files: ReadonlySet<string>) => boolean;
  /** The most that HTML and linked CSS may weigh, compressed, in bytes. */
  readonly limit?: number;
  /** Whether programs of its own may add to it, beside those of every page. */
  readonly scripts?: true;
}

/** What every page has: the one that puts the reader's display back, and the one that changes it. */
export const FRAME_SCRIPTS = 2;
/** The page, its styles, perhaps some of its own, and the scripts of every page; no pictures. */
export const FRAME_REQUESTS = 3 + FRAME_SCRIPTS;
/** What a page whose kind has programs of its own may ask for beyond that. */
export const OWN_REQUESTS = 3;

const KB = 1024;
const at = (pattern: RegExp) => (address: string) => pattern.test(address);

/** The first kind that has an address is its kind. */
export const PAGE_KINDS: readonly PageKind[] = [
  { name: '首页', has: at(/^$/u), limit: 24 * KB, scripts: true },
  // Prints all it holds as one document.
  { name: '领域', has: at(/^domains\/[^/]+\/$/u), limit: 25 * KB, scripts: true },
  { name: '事项', has: at(/^domains\/./u), limit: 25 * KB },
  { name: '名录清单', has: isRegister, scripts: true },
  { name: '一次告知单', has: at(/^\d{4}\/[^/]+\/sheet\//u), scripts: true },
  { name: '公开信息', has: at(/^\d{4}\/./u), limit: 14 * KB, scripts: true },
  { name: '规范性文件库', has: at(/^library\//u), scripts: true },
  { name: '体裁列表', has: at(/^kinds\/./u), scripts: true },
  { name: '部门和乡镇', has: at(/^(?:units|towns)\/$/u) },
  // Its script comes with a task that has a day.
  { name: '单位', has: at(/^units\/./u), scripts: true },
  // Its script comes with an alert.
  { name: '乡镇', has: at(/^towns\/./u), scripts: true },
  { name: '任务清单', has: at(/^tasks\//u), scripts: true },
  { name: '钱花到哪里了', has: at(/^money\//u) },
  { name: '重大建设项目', has: at(/^projects\//u) },
  { name: '清单和项目', has: at(/^lists\//u) },
  { name: '公开栏', has: at(/^villages\/[^/]+\/board\//u), scripts: true },
  // Its script keeps the village that a reader chooses.
  { name: '村（居）务公开', has: at(/^villages\//u), scripts: true },
  { name: '按期公开', has: at(/^periodic\//u) },
  { name: '标准目录', has: at(/^catalogue\//u), scripts: true },
  { name: '政府信息公开', has: at(/^disclosure\//u) },
  { name: '申请表', has: at(/^application\/form\//u), scripts: true },
  { name: '标准文书', has: at(/^application\/texts\//u), scripts: true },
  { name: '依申请公开', has: at(/^application\//u) },
  { name: '政府公报', has: at(/^gazette\//u) },
  { name: '年报', has: at(/^reports\//u) },
  { name: '办事一本通', has: at(/^guides\/booklet\//u), scripts: true },
  // Its script shows the hall of the reader's own town.
  { name: '办事指南', has: at(/^guides\//u), scripts: true },
  { name: '全年的政务开放日', has: at(/^open-days\//u) },
  { name: '政务地图', has: at(/^map\//u), scripts: true },
  { name: '公共企事业单位', has: at(/^institutions\//u) },
  { name: '公开专区', has: at(/^kiosk\//u), scripts: true },
  { name: '政策直通车', has: at(/^for\//u), scripts: true },
  { name: '知识问答库', has: at(/^questions\//u), scripts: true },
  { name: '其他平台入口', has: at(/^doors\//u) },
  { name: '政务公开工作', has: at(/^openness\//u) },
  { name: '政务新媒体', has: at(/^media\//u) },
  { name: '关注更新', has: at(/^feeds\/$/u), scripts: true },
  { name: '关注一个列表', has: at(/^feeds\/./u), scripts: true },
  { name: '上级文件', has: at(/^upper\//u) },
  { name: '检索', has: at(/^(?:counties\/)?search\//u), scripts: true },
  { name: '各县区', has: at(/^(?:coverage\/)?counties\//u), limit: 30 * KB },
  { name: '长者模式', has: at(/^elder\//u), limit: 14 * KB },
  { name: '无障碍', has: at(/^access\//u) },
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
