/** A small site that nobody has: names, places and numbers are made up, and always the same. */
import type { SearchDocument } from '@columns/search/build';

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: () => number, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨𠮷'];
const GIVEN = [...'明芳建国秀英伟丽强敏静磊洋艳勇军杰娟涛超霞平刚桂兰玉梅'];
export const NAMES = new RegExp(`[${SURNAMES.join('')}][${GIVEN.join('')}]{2}`, 'gu');
const PLACES = [...'青石龙潭白云大湾上河下马新桥柳树双峰古井油坊'];
export const PHRASES = [
  '义务教育阶段学校划片招生',
  '最低生活保障标准',
  '特困人员救助供养',
  '农村危房改造补助对象',
  '公共法律服务',
  '国有土地上房屋征收',
  '食品药品监督抽检',
  'A级景区评定',
  '就业创业培训',
  '临时救助金发放',
  '保障性住房 Public Housing 分配',
  '户籍管理办理流程',
  '重大建设项目批准和实施',
  '财政预决算',
  '安全生产事故调查报告',
  '养老服务机构备案',
];
const CLOSINGS = [
  '请于工作日办理。',
  '现予以公示！',
  '如有异议，请向本单位反映；',
  '（详见附件）',
  '特此通知。',
];

/** Made-up names, so that tests can ask for them. */
export function nameOf(random: () => number): string {
  return pick(random, SURNAMES) + pick(random, GIVEN) + pick(random, GIVEN);
}

export function placeOf(random: () => number): string {
  return `${pick(random, PLACES)}${pick(random, PLACES)}${pick(random, PLACES)}村`;
}

function numberOf(random: () => number): string {
  const year = 2018 + Math.floor(random() * 7);
  const serial = 1 + Math.floor(random() * 120);
  return pick(random, [
    `六政办秘〔${year}〕${serial}号`,
    `${year}年第${serial}号`,
    `B${serial}#楼`,
  ]);
}

function paragraph(random: () => number): string {
  const sentences = Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
    [
      pick(random, PHRASES),
      '：',
      placeOf(random),
      nameOf(random),
      '，',
      numberOf(random),
      '，',
      pick(random, CLOSINGS),
    ].join(''),
  );
  return sentences.join('');
}

/** A register whose rows stand on several pages: one document, and its truth is all of them. */
export function makeRegister(id: string, rows = 60, perPage = 20): SearchDocument {
  const random = seeded(rows);
  const cells = Array.from({ length: rows }, (_, row) => [
    String(row + 1),
    nameOf(random),
    placeOf(random),
    numberOf(random),
  ]);
  const page = (number: number) => cells.slice((number - 1) * perPage, number * perPage).flat();
  const title = `${pick(random, PHRASES)}名册`;
  return {
    url: `2019/${id}/`,
    title,
    blocks: ['本表每季度更新。', ...page(1)],
    meta: { date: '2019-05-05', path: '社会救助 / 名册' },
    pages: Array.from({ length: Math.ceil(rows / perPage) - 1 }, (_, index) => ({
      url: `2019/${id}/rows/${index + 2}/`,
      label: `第 ${index + 2} 页`,
      blocks: [{ text: `${title}（第 ${index + 2} 页）`, heading: true }, ...page(index + 2)],
    })),
  };
}

/** About sixty documents: running text, and lists with cells of one or two characters. */
export function makeCorpus(count = 60, paragraphs = 6): SearchDocument[] {
  const random = seeded(20_200_601);
  return Array.from({ length: count }, (_, index) => {
    const title = `关于${pick(random, PHRASES)}的${pick(random, ['通知', '公告', '公示'])}`;
    const body = Array.from({ length: Math.ceil(random() * paragraphs) }, () => paragraph(random));
    const cells = Array.from({ length: Math.floor(random() * 8) }, () => [
      nameOf(random),
      pick(random, ['男', '女']),
      String(1 + Math.floor(random() * 99)),
      placeOf(random),
    ]).flat();
    const day = String(1 + (index % 28)).padStart(2, '0');
    const month = String(1 + (index % 12)).padStart(2, '0');
    return {
      url: `${2018 + (index % 7)}/doc-${index}/`,
      title,
      blocks: [...body, ...cells],
      meta: { date: `${2018 + (index % 7)}-${month}-${day}`, path: '社会救助', kind: 'notice' },
    };
  });
}
