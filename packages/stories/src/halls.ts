import type { Facts } from './facts.ts';
import type { Story } from './story.ts';

const OFFICE_HOURS = '工作日 8:00—12:00，14:30—17:30';
const WITH_SATURDAY = `${OFFICE_HOURS}；周六 9:00—11:30`;
const SERVICES = [
  '社会救助',
  '社会保险登记',
  '高龄津贴',
  '残疾人两项补贴',
  '户口簿代办',
  '不动产登记代办',
];
const DISPLAYS = ['办事服务指南', '为民服务明白卡', '政府公报'];

/**
 * 便民服务中心 and 政务公开专区 of every town whose facts give its position: hours, telephone, what can be done there.
 * Addresses and telephones are made up; the same town, the same ones.
 */
export function hallStories({ towns, figures }: Facts): Story[] {
  const opened =
    Number(figures['大厅发布'] ?? 0) === 0 ? '2026-01-19' : String(figures['大厅发布']);
  return towns.flatMap(({ id, name, people, at }, index): Story[] => {
    if (at === undefined) return [];
    const [longitude, latitude] = at;
    const common = {
      kind: 'place',
      unit: id,
      town: id,
      level: 'town',
      on: opened,
      hours: people >= 25000 ? WITH_SATURDAY : OFFICE_HOURS,
      telephone: `0000-0000${201 + index}`,
      location: { datum: 'GCJ-02', longitude, latitude },
    };
    const hall = `${name}示例街${(index % 9) * 4 + 2}号`;
    return [
      {
        ...common,
        id: `${id}-centre-2026`,
        title: `${name}便民服务中心`,
        form: '便民服务中心',
        address: hall,
        services: SERVICES.slice(0, people >= 25000 ? 6 : 4),
        equipment: ['叫号机1台', people >= 25000 ? '自助终端2台' : '自助终端1台'],
        'on-display': DISPLAYS.slice(0, 2),
        staff: `综合窗口岗${people >= 25000 ? 6 : 3}人`,
        access: '入口坡道、低位窗口',
      },
      {
        ...common,
        id: `${id}-zone-2026`,
        title: `${name}政务公开专区`,
        form: '政务公开专区',
        address: `${hall}大厅内`,
        services: ['政府信息查询', '信息公开申请', '办事咨询答复', '自助办理'],
        equipment: ['电脑1台', '标识标牌', '打印机1台'],
        'on-display': DISPLAYS,
        staff: '政务公开岗1人',
        opened: `2022-0${(index % 8) + 1}-1${index % 9}`,
        accepted: {
          date: `2022-1${index % 3}-2${index % 8}`,
          by: '县政府办公室、县数据资源局',
          result: '综合验收合格',
        },
      },
    ];
  });
}
