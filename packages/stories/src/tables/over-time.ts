import type { Facts } from '../facts.ts';
import { sum } from '../share.ts';
import type { Table } from './table.ts';

interface Asked {
  readonly columns: readonly string[];
  /** Cells: text, `1200~8` a figure that varies by 8 %, `Σ` what stands left of it added up from January, `=` the sum above. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly period: string;
}

/** A table of one period of a series: figures vary from period to period, always in the same way. */
export function overTime({ county }: Facts, asked: unknown): Table {
  const { columns, rows, period } = asked as Asked;
  const made: (string | number)[][] = [];
  for (const [at, row] of rows.entries()) {
    const cells: (string | number)[] = [];
    for (const [column, cell] of row.entries()) {
      const text = String(cell);
      if (text === 'Σ') {
        const before = periodsOfYear(period);
        const source = String(row[column - 1]);
        cells.push(
          round(sum(before.map((each) => varied(source, `${county}${each}`, at, column - 1)))),
        );
      } else if (text === '=') {
        cells.push(round(sum(made.map((other) => Number(other[column])))));
      } else if (/^\d[\d.]*~\d+$/.test(text)) {
        cells.push(varied(text, `${county}${period}`, at, column));
      } else cells.push(cell);
    }
    made.push(cells);
  }
  return { columns, rows: made };
}

/** `1200~8` in a period: at most so many percent above or below, by a small hash of where it stands. */
function varied(cell: string, period: string, row: number, column: number): number {
  const [base = 0, spread = 0] = cell.split('~').map(Number);
  const places = cell.split('~')[0]?.split('.')[1]?.length ?? 0;
  let hash = 2166136261;
  for (const sign of `${period}/${row}/${column}`)
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const part = ((hash >>> 8) % 2001) / 1000 - 1;
  const scale = 10 ** places;
  return Math.round(base * (1 + (part * spread) / 100) * scale) / scale;
}

function periodsOfYear(period: string): string[] {
  const [year = '', part = ''] = period.split(/Q|-/);
  return Array.from({ length: Number(part) }, (_, index) =>
    period.includes('Q') ? `${year}Q${index + 1}` : `${year}-${String(index + 1).padStart(2, '0')}`,
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** 空气质量 of a month: a row a day. */
export function airQuality({ county }: Facts, asked: unknown): Table {
  const { period } = asked as Asked;
  const [year = 0, month = 0] = period.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const rows = Array.from({ length: days }, (_, index) => {
    const day = `${period}-${String(index + 1).padStart(2, '0')}`;
    const value = varied('46~80', `${county}${day}`, month > 10 || month < 3 ? 1 : 0, 0);
    const low = Math.max(12, value - 9);
    const level = value <= 50 ? '优' : '良';
    return [
      ...[
        day,
        `${low}—${value}`,
        level,
        value <= 50 ? '' : month > 4 && month < 10 ? '臭氧' : '细颗粒物',
      ],
      value <= 50 ? '适宜户外活动' : '极少数敏感人群减少户外活动',
    ];
  });
  return {
    columns: ['日期', '空气质量指数范围', '空气质量级别', '首要污染物', '健康影响和建议措施'],
    rows,
  };
}

/** Projects of the year: 总投资（万元）, the month in which each begins, how many months it takes. */
const PROJECTS: readonly (readonly [string, number, number, number])[] = [
  ['示例县城供水二期', 8600, -4, 20],
  ['示例产业园标准化厂房', 16400, -9, 24],
  ['示例乡镇污水处理提升', 2600, 3, 16],
  ['示例县道改建', 7200, -6, 18],
  ['示例中心幼儿园', 1480, 3, 6],
  ['示例综合档案馆', 3900, 1, 18],
  ['示例老年养护中心', 4300, -2, 18],
  ['示例河道治理', 5100, 2, 14],
];

/** 重大项目进度 of a month: what is invested grows from month to month, and ends with the whole. */
export function projectProgress({ year }: Facts, asked: unknown): Table {
  const { period } = (typeof asked === 'string' ? { period: asked } : asked) as Asked;
  const [ofYear = 0, month = 0] = period.split('-').map(Number);
  const now = (ofYear - year) * 12 + month;
  const rows = PROJECTS.filter(([, , from]) => from <= now).map(
    ([name, whole, from, months], index) => {
      const part = Math.min(1, (now - from + 1) / months);
      const done = part === 1;
      return [
        ...[
          name,
          done ? '已完工' : `完成总工程量的${Math.round(part * 100)}%`,
          Math.round(whole * part),
        ],
        ...['抽查合格', '按合同支付进度款', done ? '已通过竣工验收' : '未到验收阶段'],
        ...[index % 3 === 1 && !done ? '管线迁改慢于计划，由县住建局协调' : '', '无'],
      ];
    },
  );
  const invested = sum(rows.map((row) => Number(row[2])));
  return {
    columns: [
      ...['项目名称', '建设序时进度', '完成投资（万元）', '质量管理', '合同履约', '竣工与验收'],
      ...['存在的问题', '责任追究结果'],
    ],
    rows: [...rows, ['合计', '', invested, '', '', '', '', '']],
  };
}
