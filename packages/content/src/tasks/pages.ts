import type { KindId } from '../kinds/index.ts';

/** A page of a column that may show that a task was done. */
export interface ProofPage {
  readonly title: string;
  /** The kind of entry without which the page shows nothing. */
  readonly of?: KindId;
}

/** By their paths below a column's base. Pages of one entry are named by the entry. */
export const PROOF_PAGES: Readonly<Record<string, ProofPage>> = {
  'catalogue/': { title: '政务公开事项标准目录' },
  'catalogue/units/': { title: '各公开主体的目录' },
  'disclosure/': { title: '政府信息公开' },
  'disclosure/five/': { title: '五公开' },
  'units/': { title: '部门和乡镇' },
  'villages/': { title: '村（社区）' },
  'lists/': { title: '清单和项目' },
  'library/': { title: '政策文件库', of: 'policy' },
  'periodic/': { title: '按期公开的信息' },
  'search/': { title: '检索' },
  'application/': { title: '依申请公开' },
  'application/form/': { title: '依申请公开申请表' },
  'gazette/': { title: '政府公报', of: 'gazette' },
  'reports/': { title: '政府信息公开年报', of: 'annual-report' },
  'guides/': { title: '办事指南', of: 'guide' },
  'guides/booklet/': { title: '办事一本通', of: 'guide' },
  'projects/': { title: '重大建设项目', of: 'project' },
  'map/': { title: '政务地图', of: 'place' },
  'institutions/': { title: '公共企事业单位' },
  'kiosk/': { title: '公开专区' },
  'access/': { title: '无障碍和适老' },
  'feeds/': { title: '订阅' },
  'media/': { title: '政务新媒体' },
  'openness/': { title: '政务公开工作' },
  'coverage/': { title: '公开情况' },
  'coverage/bulletins/': { title: '监测通报' },
  'coverage/assessment/': { title: '考核评议' },
  'ledger/': { title: '备案台账' },
  'data/': { title: '开放数据' },
  'counties/': { title: '各县区' },
  'coverage/counties/': { title: '各县区公开情况' },
};

/** Those of a level above counties alone. */
const OF_UPPER = ['counties/', 'coverage/counties/'];

export function proofPagesOf(level: 'province' | 'city' | 'county'): string[] {
  const all = Object.keys(PROOF_PAGES);
  return level === 'county' ? all.filter((page) => !OF_UPPER.includes(page)) : all;
}
