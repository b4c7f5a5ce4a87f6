import type { Facts } from '../facts.ts';
import { share, sum } from '../share.ts';
import { subsidyTotal } from './subsidies.ts';
import type { Table } from './table.ts';

/** A number that a place is known by: the same place, the same number. */
const telephone = (index: number): string => `0000-${String(index).padStart(7, '0')}`;

const figure = ({ figures }: Facts, name: string): number => Number(figures[name] ?? 0);

/** 义务教育学校名录: schools by towns, those of all towns as many as the facts say. */
export function schools(facts: Facts): Table {
  const weights = facts.towns.map(({ people }) => people);
  const kinds = [
    {
      name: '小学',
      kind: '小学',
      total: figure(facts, '小学'),
      pupils: figure(facts, '小学生') * 0.94,
    },
    {
      name: '初级中学',
      kind: '初中',
      total: figure(facts, '初中'),
      pupils: figure(facts, '初中生') * 0.92,
    },
    {
      name: '九年一贯制学校',
      kind: '九年一贯制',
      total: figure(facts, '九年一贯制学校'),
      pupils: 0,
    },
  ];
  let number = 3000;
  const rows = kinds.flatMap(({ name, kind, total }) => {
    const counts = share(total, weights);
    return facts.towns.flatMap((town, index) =>
      Array.from({ length: counts[index] ?? 0 }, (_, at) => {
        const order = [
          '中心',
          '第二',
          '第三',
          '第四',
          '第五',
          '第六',
          '第七',
          '第八',
          '第九',
          '第十',
          '第十一',
        ];
        number += 1;
        return [
          ...[`${town.name}示例${order[at] ?? at}${name}`, `${town.name}示例路${(at + 1) * 6}号`],
          ...[kind, at === 0 || total < 10 ? '公办' : number % 11 === 0 ? '民办' : '公办'],
          telephone(number),
        ];
      }),
    );
  });
  return { columns: ['学校名称', '学校地址', '办学层次', '办学类型', '办公电话'], rows };
}

/** 幼儿园名录. */
export function kindergartens(facts: Facts): Table {
  const weights = facts.towns.map(({ people }) => people);
  const counts = share(figure(facts, '幼儿园'), weights);
  const children = share(figure(facts, '在园幼儿'), weights);
  let number = 4000;
  const rows = facts.towns.flatMap(({ name }, index) => {
    const parts = share(
      children[index] ?? 0,
      Array.from({ length: counts[index] ?? 0 }, (_, at) => 6 - (at % 3)),
    );
    return parts.map((pupils, at) => {
      number += 1;
      return [
        ...[
          `${name}示例${at === 0 ? '中心' : `第${'一二三四五六七八九十'.charAt(at) || at}`}幼儿园`,
        ],
        ...[
          at === 0 ? '公办' : number % 3 === 0 ? '民办（普惠性）' : '公办',
          pupils,
          '合格',
          telephone(number),
        ],
      ];
    });
  });
  return {
    columns: ['机构名称', '办学性质', '在园幼儿（人）', '年检情况', '联系和投诉电话'],
    rows,
  };
}

/** 各乡镇 with what the facts say of them. */
export function towns(facts: Facts): Table {
  const rows = facts.towns.map(({ name, people, land = 0, villages = 0 }) => [
    name,
    villages,
    people,
    land,
  ]);
  const total = (column: number) => sum(rows.map((row) => Number(row[column])));
  return {
    columns: ['乡镇', '村（社区）数', '户籍人口（人）', '耕地面积（亩）'],
    rows: [...rows, ['合计', total(1), total(2), total(3)]],
  };
}

/** 按季救助: one quarter's figures; the four of a year add up to the year's subsidies. */
export function assistance(facts: Facts, asked: unknown): Table {
  const [, quarter = 1] = String(asked).split('Q').map(Number);
  const rows = ['城市最低生活保障金', '农村最低生活保障金', '特困人员救助供养金', '临时救助金'].map(
    (name) => {
      const subsidy = facts.subsidies?.find((each) => each.name === name);
      if (!subsidy) throw new Error(`没有叫“${name}”的补贴`);
      const once = subsidy.counted === '人次';
      const money = share(Math.round(subsidyTotal(subsidy) * 100), [1, 1, 1, 1])[quarter - 1] ?? 0;
      const people = once ? (share(subsidy.count, [1, 1, 1, 1])[quarter - 1] ?? 0) : subsidy.count;
      const average = Math.round((money * 100) / people / (once ? 1 : 3));
      return [
        ...[
          name.replace(/金$/, ''),
          Math.round(people * (once ? 1 : 0.62)),
          people,
          subsidy.standard,
        ],
        ...[once ? `每人次平均${average}元` : `月人均${average}元`, money / 100],
      ];
    },
  );
  const total = (column: number) => sum(rows.map((row) => Number(row[column])));
  return {
    columns: ['救助类别', '户次数', '人数（人次）', '救助标准', '补助水平', '资金支出（万元）'],
    rows: [...rows, ['合计', total(1), total(2), '', '', total(5)]],
  };
}

interface AskedFirms {
  readonly columns: readonly string[];
  readonly count: number;
  /** Names are made of a place and one of these. */
  readonly names: readonly string[];
  /** The cells after the name; `#` is the row's number, `乡镇` its town, `@d` a day of a month and `@e` six days later. */
  readonly cells: readonly (readonly string[])[];
}

/** 企业名录 and other lists of what is made up: names of towns and words, cells in turn. */
export function firms(facts: Facts, asked: unknown): Table {
  const { columns, count, names, cells } = asked as AskedFirms;
  const rows = Array.from({ length: count }, (_, index) => {
    const town = facts.towns[(index * 5) % facts.towns.length]?.name ?? '';
    const day = 1 + Math.floor((index * 20) / count);
    const two = (number: number) => String(number).padStart(2, '0');
    const put = (text: string) =>
      text
        .replaceAll('乡镇', town)
        .replaceAll('##', String(index + 1).padStart(4, '0'))
        .replaceAll('#', String(index + 1))
        .replaceAll('@d', two(day))
        .replaceAll('@e', two(day + 6));
    const name = names[index % names.length] ?? '';
    const place = town.replace(/[乡镇]$/, '');
    return [
      put(name).replaceAll('地名', place),
      ...cells.map((choice, at) => put(choice[(index * (at + 1) + at) % choice.length] ?? '')),
    ];
  });
  return { columns, rows };
}

interface AskedShares {
  readonly columns: readonly string[];
  /** What each further column adds up to, and what divides it. */
  readonly totals: readonly (readonly [number, 'people' | 'land' | 'villages'])[];
  readonly note?: readonly string[];
}

/** Figures of the county divided among its towns. */
export function divided(facts: Facts, asked: unknown): Table {
  const { columns, totals, note } = asked as AskedShares;
  const parts = totals.map(([total, by]) =>
    share(
      total,
      facts.towns.map((town) => town[by] ?? 0),
    ),
  );
  const rows = facts.towns.map(({ name }, index) => [
    name,
    ...parts.map((part) => part[index] ?? 0),
    ...(note === undefined ? [] : [note[index % note.length] ?? '']),
  ]);
  const sums = totals.map(([total]) => total);
  return { columns, rows: [...rows, ['合计', ...sums, ...(note === undefined ? [] : [''])]] };
}
