import type {
  Column,
  ColumnDomain,
  ColumnGroup,
  ColumnItem,
  Department,
  Entry,
  Town,
  Village,
} from '@columns/content';
import { addressOf, isDisclosed, isKind, KIND_IDS, kindName, shownOf } from '@columns/content';
import { BESIDE } from '@columns/export';
import type { DirectKind, DirectRow } from '@columns/search/build';
import { AUDIENCE_GROUPS } from '@columns/standard';
import { SHEET_TITLE } from '../client/application/sheet.ts';
import { itemName } from './item-text.ts';
import { townGroupsOf } from './town-groups.ts';

/** A page that every column has, and what people call it besides its title. */
type Fixed = readonly [path: string, title: string, ...names: string[]];

const FORM: Fixed = ['application/form/', SHEET_TITLE, '信息公开申请表', '申请表', '申请表下载'];

const PAGES: readonly Fixed[] = [
  ['', '首页'],
  ['application/', '依申请公开', '申请公开信息', '申请信息公开', '怎么申请公开', '申请政府信息'],
  ['application/texts/', '依申请公开标准文书', '答复书', '登记回执', '补正告知书', '送达回证'],
  ['disclosure/', '政府信息公开', '信息公开指南', '公开制度'],
  ['disclosure/five/', '五公开', '决策公开', '执行公开', '管理公开', '服务公开', '结果公开'],
  ['guides/', '办事指南', '办事', '怎么办理', '办理流程'],
  ['guides/booklet/', '办事一本通', '办事指南汇编', '打印办事指南'],
  ['map/', '政务地图', '地图', '办事地点', '服务场所', '在哪里办'],
  ['open-days/', '政务开放日', '开放日', '参观'],
  ['units/', '部门和乡镇', '单位', '部门', '乡镇', '街道', '单位电话', '通讯录'],
  ['villages/', '村（居）务公开', '村务公开', '按村查看', '村', '社区'],
  ['institutions/', '公共企事业单位', '学校', '医院', '供水', '供电', '公交'],
  ['library/', '规范性文件库', '规范性文件', '文件库'],
  ['library/all/', '政策文件库', '全部政策', '政策查询'],
  ['library/clean-up/', '规范性文件清理结果', '文件清理', '废止的文件', '失效的文件'],
  ['gazette/', '政府公报', '公报', '公报查阅点'],
  ['reports/', '政府信息公开年报', '信息公开年度报告', '年报', '年度报告'],
  ['lists/', '清单和项目', '清单', '权责清单', '收费清单'],
  ['money/', '钱花到哪里了', '财政', '预算', '决算', '三公经费', '补贴', '钱花在哪'],
  ['projects/', '重大建设项目', '项目', '工程'],
  ['tasks/', '任务清单', '工作任务', '工作要点'],
  ['openness/', '政务公开工作', '工作动态', '经验做法', '条例宣传', '公开培训', '示范区', '示范点'],
  ['media/', '政务新媒体', '公众号', '微信', '微博', '新媒体账号'],
  ['upper/', '上级文件', '省里的文件', '市里的文件'],
  ['catalogue/', '标准目录', '公开目录', '事项目录'],
  ['catalogue/units/', '按责任单位查看标准目录', '责任单位'],
  ['catalogue/missing/', '目录中尚未公开的事项', '没有公开的', '未公开事项'],
  ['catalogue/print/', '打印目录表', '目录表', '标准目录表'],
  ['periodic/', '按期公开', '按月公开', '按季度公开', '月报', '季报'],
  ['for/', '政策直通车', '惠企政策', '惠民政策', '为谁服务'],
  ['questions/', '知识问答库', '问答', '常见问题', '知识库'],
  ['doors/', '其他平台入口', '政务服务网', '信用中国', '政府采购网', '12315'],
  ['feeds/', '关注更新', '订阅', '关注', 'RSS', '更新提醒'],
  ['elder/', '长者模式', '老年模式', '适老化', '大按钮'],
  ['access/', '无障碍和长者模式', '无障碍', '大字', '朗读'],
  ['kiosk/', '政务公开专区', '公开专区', '自助查询'],
  [BESIDE.coverage, '公开情况', '公开率', '统计', '评价'],
  [BESIDE.bulletins, '监测通报', '通报', '通报批评', '通报表扬'],
  [BESIDE.assessment, '考核评议', '考评', '考核指标', '分值权重'],
  [BESIDE.ledger, '备案台账', '台账'],
  [BESIDE.data, '开放数据', '数据下载'],
];

const PORTAL_PAGES: readonly Fixed[] = [
  ['counties/', '各县区', '区县', '下级'],
  ['counties/domains/', '各县区领域对照', '领域对照'],
  ['counties/search/', '检索全部县区'],
  ['coverage/counties/', '各县区公开情况', '县区排名'],
];

/**
 * Every page that is found by its name and is no entry. Pages of longer lists beyond the first are found
 * by the first. Pure: the same column gives the same rows.
 */
export function directPages(column: Column): DirectRow[] {
  const { county, departments, towns, institutions } = column;
  return [
    fixed('form', FORM),
    ...PAGES.map((page) => fixed('page', page)),
    ...(county.level === 'county' ? [] : PORTAL_PAGES.map((page) => fixed('page', page))),
    complaints(column),
    ...KIND_IDS.map((kind) => fixed('page', [`kinds/${kind}/`, kindName(kind)])),
    ...column.entries
      .filter((entry) => shownOf(entry) === 'whole')
      .flatMap((entry) => pagesOfEntry(entry, county)),
    ...departments.map((unit) => unitRow('unit', `units/${unit.id}/`, unit)),
    ...institutions.map((unit) => unitRow('institution', `institutions/${unit.id}/`, unit)),
    ...towns.map((town) => unitRow('town', `towns/${town.id}/`, town)),
    ...towns.flatMap(villagesOf),
    ...audiencesOf(column),
    ...domainsOf(column),
    ...setsOf(column),
  ];
}

function fixed(k: DirectKind, [u, t, ...a]: Fixed): DirectRow {
  return { k, t, u, ...(a.length > 0 && { a }) };
}

/** How to complain stands in the county's guide to disclosure (《政府信息公开条例》第十二条). */
function complaints({ county, entries }: Column): DirectRow {
  const guide = entries.find(({ id }) => id === county.parts.guide);
  const u = guide === undefined ? 'disclosure/' : addressOf(guide);
  const a = ['投诉', '举报', '监督电话', '投诉电话', '12345'];
  return { k: 'page', t: '监督投诉（12345 政务服务便民热线）', u, a, p: '12345' };
}

/** The pages of the groups of people for whom something is there. */
function audiencesOf({ entries }: Column): DirectRow[] {
  const told = new Set(entries.filter(isDisclosed).flatMap(({ data }) => data.audience ?? []));
  return AUDIENCE_GROUPS.filter(({ name }) => told.has(name)).map(({ id, name, hint }) =>
    fixed('page', [`for/${id}/`, `政策直通车：${name}`, name, ...hint.split('、')]),
  );
}

/** A place as one goes there; the pages on which a ledger is seen otherwise. */
function pagesOfEntry(entry: Entry, { level }: Column['county']): DirectRow[] {
  const { title } = entry.data;
  if (isKind(entry, 'place')) {
    return [unitRow('place', addressOf(entry), { ...entry.data, name: title })];
  }
  if (!isKind(entry, 'ledger')) return [];
  return [
    { k: 'page', t: `${title}（按单位）`, u: `tasks/${entry.id}/units/` },
    { k: 'page', t: `${title}（按时限）`, u: `tasks/${entry.id}/deadlines/` },
    ...(level === 'county'
      ? []
      : [fixed('page', [`tasks/${entry.id}/counties/`, `${title}（按县区）`])]),
  ];
}

type Contact = Partial<Pick<Department, 'aliases' | 'telephone' | 'hours' | 'address'>>;

function unitRow(k: DirectKind, u: string, unit: Contact & { readonly name: string }): DirectRow {
  const { name, aliases, telephone, hours, address } = unit;
  return {
    ...{ k, t: name, u },
    ...(aliases && { a: [...aliases] }),
    ...(telephone && { p: telephone }),
    ...(hours && { h: hours }),
    ...(address && { w: address }),
  };
}

/** Only villages with a page: those known by name alone stand on their town's. */
function villagesOf({ name, villages = [] }: Town): DirectRow[] {
  const withPage = villages.filter(
    (village): village is Village & { id: string } => village.id !== undefined,
  );
  return withPage.map((village) => ({
    ...unitRow('village', `villages/${village.id}/`, village),
    a: [`${name}${village.name}`],
  }));
}

function domainsOf(column: Column): DirectRow[] {
  const { county, domains } = column;
  return domains.flatMap((domain): DirectRow[] => [
    { k: 'domain', t: domain.name, u: `domains/${domain.id}/`, ...officeOf(column, domain) },
    ...(county.level === 'county'
      ? []
      : [fixed('page', [`counties/domains/${domain.id}/`, `各县区的${domain.name}`])]),
    ...itemRows(column, domain),
  ]);
}

/** The items of the county's sets, which have pages as those of its domains, and the pages of a town's domain. */
function setsOf(column: Column): DirectRow[] {
  return [
    ...(column.publishers[0]?.groups ?? []).flatMap((set) => itemRows(column, set)),
    ...townGroupsOf(column).map(({ town, name, group }) =>
      fixed('page', [`towns/${town}/${group.id}/`, `${name}：${group.name}`]),
    ),
  ];
}

function itemRows({ frequent }: Column, group: ColumnGroup): DirectRow[] {
  const called = (ref: string, name: string) =>
    frequent.filter((matter) => matter.item === ref && matter.name !== name).map((one) => one.name);
  return group.items.map((item): DirectRow => {
    const name = itemName(item);
    const a = [...called(item.ref, name), ...joinedName(item)];
    return {
      k: 'item',
      t: `${group.name}：${name}`,
      u: `domains/${item.ref}/`,
      ...(a.length > 0 && { a }),
    };
  });
}

/** There are several 办事指南 in a domain: people put what it is of before it. */
function joinedName({ alike, level1, level2 }: ColumnItem): string[] {
  return alike ? [`${level1}${level2}`] : [];
}

/** Who answers for a domain: the unit that leads it, or, where no plan says who does, the one that publishes most of it. */
function officeOf(column: Column, { leads, entries }: ColumnDomain): Pick<DirectRow, 'o'> {
  const known = new Set(column.departments.map(({ id }) => id));
  const unit = leads.find(({ id }) => id !== undefined && known.has(id))?.id;
  const published = new Map<string, number>();
  const own = new Set(entries);
  for (const entry of column.entries) {
    const by = entry.data.unit;
    if (own.has(entry.id) && by !== undefined && known.has(by)) {
      published.set(by, (published.get(by) ?? 0) + 1);
    }
  }
  const [most] = [...published].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const id = unit ?? most?.[0];
  return id === undefined ? {} : { o: `units/${id}/` };
}
