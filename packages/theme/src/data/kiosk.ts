import { doorFor, kindName } from '@columns/content';
import { getColumn, href, linkHref } from './column.ts';

export interface KioskLink {
  readonly name: string;
  readonly hint?: string;
  readonly address: string;
}

/** A service on another site: shown as a code for the visitor's own phone, never opened here. */
export interface PhoneService {
  readonly name: string;
  readonly address: string;
}

/** One of the four functions of a 政务公开专区 (六政办秘〔2020〕94号, 二（三）8). */
export interface KioskPart {
  readonly id: 'query' | 'apply' | 'ask' | 'serve';
  readonly name: string;
  readonly hint: string;
  readonly icon: string;
  /** Whether the part begins with a search box. */
  readonly search: boolean;
  readonly links: readonly KioskLink[];
  readonly phone: readonly PhoneService[];
}

/** The name of the frame that shows ordinary pages in the kiosk. */
export const KIOSK_FRAME = 'kiosk-page';

export function kioskParts(): KioskPart[] {
  const { county, frequent } = getColumn();
  const door = (use: Parameters<typeof doorFor>[1]) => doorFor(county.links, use);
  const to = (name: string, path: string, hint?: string): KioskLink => ({
    name,
    address: href(path),
    ...(hint === undefined ? {} : { hint }),
  });
  const phone = (name: string, address: string | undefined): PhoneService[] =>
    address === undefined ? [] : [{ name, address }];
  return [
    {
      id: 'query',
      name: '查询',
      hint: '查政策、查目录、看公报',
      icon: 'search',
      search: true,
      links: [
        ...frequent.map(({ name, item }) => to(name, `domains/${item}/`)),
        to('标准目录', 'catalogue/', '按领域查找应当公开的事项'),
        to('政策文件库', 'library/all/', '全部政策，按年份、机关、主题筛选'),
        to('政策直通车', 'for/', '按人群查政策'),
        to('政策解读', 'kinds/interpretation/'),
        to('政府公报', 'gazette/'),
        to('通知公告', 'kinds/notice/'),
        to(kindName('alert'), 'kinds/alert/'),
      ],
      phone: [],
    },
    {
      id: 'apply',
      name: '申请',
      hint: '申请公开政府信息',
      icon: 'file-pen-line',
      search: false,
      links: [
        to('怎样申请', 'application/', '流程、时限和受理机构'),
        to('填写申请表', 'application/form/', '填写后打印、签名，交给窗口'),
        to('政府信息公开指南', 'disclosure/'),
      ],
      phone: phone('网上提交申请', door('依申请公开')),
    },
    {
      id: 'ask',
      name: '咨询',
      hint: '问单位、问政策、问地点',
      icon: 'message-circle-question-mark',
      search: false,
      links: [
        to('各单位电话', 'units/'),
        to('知识问答库', 'questions/', '别人问过什么、怎样答复'),
        to('公共企事业单位', 'institutions/', '学校、医院、水电气、公交'),
        to('政务地图', 'map/', '到哪里办、几点开门'),
        to(kindName('message'), 'kinds/message/'),
        to(kindName('response'), 'kinds/response/'),
      ],
      phone: phone('留言咨询', door('互动交流')),
    },
    {
      id: 'serve',
      name: '自助办理',
      hint: '看指南、打印一次告知单',
      icon: 'list-checks',
      search: false,
      links: [
        to('全部办事指南', 'guides/', '可打印一次告知单'),
        to('办事一本通', 'guides/booklet/'),
        to('一件事一次办', 'kinds/bundle/', '几个事项一起办，材料只交一套'),
        ...frequent.flatMap(({ name, guide }) =>
          guide === undefined ? [] : [{ name, hint: '办事指南', address: linkHref(guide) }],
        ),
        to('政务地图', 'map/'),
      ],
      phone: [
        ...phone('网上办理', door('在线办事')),
        ...county.links
          .filter((one) => one.phone === true && one.for === '手机办事')
          .flatMap(({ name, address }) => phone(name, address)),
      ],
    },
  ];
}
