import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildIndex } from '@columns/search/build';
import { makeTempDir } from '@columns/testkit';
import { describe, expect, test } from 'vitest';
import { textFragment } from '../src/client/fragment.ts';
import type { DirectRow } from '../src/direct.ts';
import { directRows, nearestDomain, officeOf } from '../src/near/direct.ts';
import { makeWords } from '../src/near/make-words.ts';
import { numberOf, plainText, readQuestion } from '../src/near/question.ts';
import { nearQuestions } from '../src/near/questions.ts';
import { readQuestions } from '../src/near/read-questions.ts';
import { segments } from '../src/near/segments.ts';
import { suggestions } from '../src/near/suggest.ts';
import type { Words } from '../src/near/words.ts';
import { makeCorpus, pick, seeded } from './corpus.ts';

function made(title: string, path = '测试', filters: Record<string, string[]> = {}) {
  return { url: `${title}/`, title, blocks: [], meta: { date: '2026-01-01', path }, filters };
}

const words = makeWords(
  [
    made('高龄津贴办事指南', '养老服务 / 老年人补贴', { domain: ['养老服务'] }),
    made('青山镇计划停水通知', '市政服务', { town: ['青山镇'] }),
    made('关于做好2026年义务教育招生入学工作的通知', '义务教育', { unit: ['县教育局'] }),
    made('耕地地力保护补贴发放情况', '涉农补贴'),
    made('花桥镇便民服务中心', '服务场所', { town: ['花桥镇'] }),
  ],
  { nearTerms: [{ everyday: ['给孩子上户口'], official: ['出生登记'] }] },
);

function asked(query: string): string[] {
  return nearQuestions(readQuestion(query, words), words).map(({ terms }) => terms.join(' '));
}

describe('a question is asked for its matter', () => {
  test.each([
    ['什么时候停水', '停水'],
    ['老人80岁补贴', '高龄津贴'],
    ['八十岁老人每个月领多少钱', '高龄津贴'],
    ['老年人补助怎么申请？', '高龄津贴'],
    ['我妈82岁能不能领高龄补贴，需要带什么材料', '高龄津贴'],
    ['耕地补贴', '耕地地力保护补贴'],
    ['小学报名', '招生入学'],
    ['给孩子上户口要带啥', '出生登记'],
    ['給老人的補貼', '高龄津贴'],
  ])('“%s” also asks %s', (query, official) => {
    expect(asked(query)).toContain(official);
  });

  test('what stands in the name of a town is said of nothing else', () => {
    const budget = '财政预决算';
    expect(asked('政府花多少钱')).toContain(budget);
    expect(asked('花桥镇政府花多少钱')).toContain(budget);
    expect(asked('花桥镇政府电话')).not.toContain(budget);
  });

  test('words that are typed apart keep the others beside the official one', () => {
    expect(asked('低保 公示')).toContain('最低生活保障 公示');
  });

  test('the very words that were typed are not asked again', () => {
    for (const query of ['高龄津贴', '停水', '低保']) expect(asked(query)).not.toContain(query);
  });
});

describe('people say one thing in many words', () => {
  test.each([
    ['我娃该上哪个学校', '招生范围'],
    ['小孩子读书去哪报名', '招生入学'],
    ['爷爷奶奶有津贴吗', '高龄津贴'],
    ['礼拜天开不开门', '周末'],
    ['屋子漏雨了谁管', '农村危房改造'],
    ['家里穷没收入能领补助吗', '最低生活保障'],
    ['身份证弄丢了怎么办', '居民身份证'],
  ])('“%s” also asks %s', (query, official) => {
    expect(asked(query)).toContain(official);
  });

  test('whatever word of a group is typed, the same is spoken of', () => {
    for (const [first = '', ...others] of words.alike) {
      const spoken = (word: string) =>
        readQuestion(`${word}怎么办`, words).said.map(({ term }) => term.official[0]);
      for (const other of others) expect(spoken(other), other).toEqual(spoken(first));
    }
  });

  test('“开不开”是“开”', () => {
    expect(plainText('图书馆开不开、水干不干净', words)).toBe('图书馆开 水干净');
  });

  test('a question word inside of a longer known word is no question word', () => {
    expect(readQuestion('上班时间', words)).toMatchObject({ known: 1 });
    expect(readQuestion('怎么申请依申请公开', words).pieces.join()).toContain('申请公开');
  });

  test('a sentence is understood by less than a bare name', () => {
    expect(readQuestion('村里谁家评上了低保', words).understood).toBe(true);
    expect(readQuestion('月球养老院', words).understood).toBe(false);
    expect(readQuestion('三体外星舰队什么时候上班', words).understood).toBe(false);
  });

  test('amounts and dates are no matter, but a number alone is', () => {
    expect(readQuestion('8月份停水几次', words).pieces).toEqual(['停水']);
    expect(readQuestion('12345', words).pieces).toEqual(['12345']);
  });
});

describe('what was meant is found', () => {
  test.each([
    ['gaolingjintie', '高龄津贴'],
    ['gao ling jin tie', '高龄津贴'],
    ['gljt', '高龄津贴'],
    ['qingshan', '青山'],
    ['高龄津帖', '高龄津贴'],
    ['高铃津贴', '高龄津贴'],
    ['高林津贴', '高龄津贴'],
    ['津贴高龄', '高龄津贴'],
    ['高龄津贴贴', '高龄津贴'],
    ['高龄津帖怎么领', '高龄津贴'],
    ['青衫镇', '青山镇'],
    ['停水通只', '停水通知'],
    ['计划停水通之', '计划停水通知'],
  ])('%s means %s', (query, meant) => {
    expect(asked(query)).toContain(meant);
  });

  test('one character of any name of four or more may be wrong, whichever it is', () => {
    const names = words.names.filter((name) => /^\p{Script=Han}{4,8}$/u.test(name));
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      for (let at = 0; at < name.length; at += 1) {
        const wrong = `${name.slice(0, at)}囧${name.slice(at + 1)}`;
        expect(asked(wrong), wrong).toContain(name);
      }
    }
  });
});

test('nonsense asks nothing, even with a word of the column in it', () => {
  const queries = ['哈哈哈哈', '紫色大象跳舞', '火星移民补贴', '月球养老院', 'asdfghjkl', 'xyz'];
  for (const query of [...queries, '！！！', '', '   ', '龘靐齉', '12345678']) {
    expect(asked(query), query).toEqual([]);
  }
});

test('rare characters in any order ask nothing', () => {
  const random = seeded(5);
  const rare = [...'龘靐齉鱻麤囍爨鸞鬱籲癵驫'];
  for (let turn = 0; turn < 200; turn += 1) {
    const query = Array.from({ length: 2 + (turn % 9) }, () => pick(random, rare)).join('');
    expect(asked(query), query).toEqual([]);
  }
});

test('no more than eight questions are asked, whatever is typed', () => {
  const random = seeded(11);
  const parts = [...words.near.flatMap(({ everyday }) => everyday), ...words.fillers];
  for (let turn = 0; turn < 200; turn += 1) {
    const query = Array.from({ length: 5 }, () => pick(random, parts)).join('');
    expect(nearQuestions(readQuestion(query, words), words).length, query).toBeLessThanOrEqual(8);
  }
});

describe('suggestions', () => {
  test('begin with what was typed, hold it, or are read so', () => {
    expect(suggestions('高龄', words)[0]).toMatch(/^高龄/u);
    expect(suggestions('招生', words)).toContain('义务教育招生入学工作');
    expect(suggestions('qingshan', words)).toContain('青山镇');
    expect(suggestions('', words)).toEqual([]);
    expect(suggestions('紫色大象', words)).toEqual([]);
  });

  test('are everyday words only where the column has the official one', () => {
    expect(suggestions('种粮补', words)).toContain('种粮补贴');
    expect(suggestions('轮椅', words)).toEqual([]);
    expect(suggestions('打疫', words)).toEqual([]);
  });
});

describe('numbers and ages', () => {
  test('are read in characters', () => {
    const read = ['十', '十五', '二十', '八十二', '两', '一百', '一百零三', '82', '百十'];
    expect(read.map(numberOf)).toEqual([10, 15, 20, 82, 2, 100, 103, 82, 110]);
    expect(['', '镇', '十十'].map(numberOf)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test('are said in words, and other numbers stay', () => {
    expect(plainText('85周岁、九十岁', words)).toBe('老人 老人');
    expect(plainText('30岁 2026年', words)).toBe('30岁 2026年');
  });
});

test('question words are left out, and the known share of the rest is told', () => {
  expect(readQuestion('请问什么时候停水', words)).toMatchObject({ pieces: ['停水'], known: 1 });
  expect(readQuestion('火星移民补贴', words).known).toBeLessThan(0.6);
});

test('words of a piece come from the dictionary, and pairs serve where there is none', () => {
  expect(segments(['耕地补贴'])).toEqual(['耕地', '补贴']);
  const { Segmenter } = Intl;
  Reflect.deleteProperty(Intl, 'Segmenter');
  try {
    expect(segments(['耕地补贴'])).toEqual(['耕地', '补贴']);
  } finally {
    Object.assign(Intl, { Segmenter });
  }
});

describe('pages are named', () => {
  const rows: DirectRow[] = [
    { k: 'unit', t: '县民政局', u: 'units/civil/', p: '0000-1234567' },
    { k: 'unit', t: '县住房和城乡建设局', u: 'units/housing/' },
    { k: 'unit', t: '县卫生健康局', u: 'units/health/' },
    { k: 'page', t: '无障碍和长者模式', u: 'access/', a: ['长者模式'] },
    { k: 'form', t: '政府信息公开申请表', u: 'application/form/', a: ['信息公开申请表'] },
    { k: 'town', t: '青山镇', u: 'towns/qingshan/' },
    { k: 'place', t: '县政务服务中心', u: '2026/centre/', h: '周一至周五 9:00–17:00' },
    { k: 'domain', t: '养老服务', u: 'domains/elder-care/', o: 'units/civil/' },
    { k: 'domain', t: '社会救助', u: 'domains/social-assistance/' },
    { k: 'item', t: '社会救助：临时救助', u: 'domains/social-assistance/aid/' },
    { k: 'place', t: '青山镇便民服务中心', u: '2026/qingshan/' },
  ];
  const named = (query: string) => directRows(query, rows, words).map(({ u }) => u);

  test.each([
    ['xianminzhengju', 'units/civil/'],
    ['县民政居', 'units/civil/'],
  ])('%s names a page by what was meant', (query, page) => {
    const known: Words = { ...words, names: [...words.names, '县民政局'] };
    const sounds = { ...words.sounds, xian: '县', min: '民', zheng: '政', ju: '局居' };
    expect(directRows(query, rows, { ...known, sounds }).map(({ u }) => u)).toEqual([page]);
  });

  test.each([
    ['民政局', 'units/civil/'],
    ['民政局电话', 'units/civil/'],
    ['县民政局在哪里', 'units/civil/'],
    ['信息公开申请表', 'application/form/'],
    ['青山镇', 'towns/qingshan/'],
    ['住建局', 'units/housing/'],
    ['卫健局在哪', 'units/health/'],
    ['卫生局电话', 'units/health/'],
    ['字太小看不清', 'access/'],
    ['周末上班吗', '2026/centre/'],
    ['政务大厅几点下班', '2026/centre/'],
    ['养老服务', 'domains/elder-care/'],
  ])('%s leads to %s', (query, address) => {
    expect(named(query)[0]).toBe(address);
  });

  test('a document’s number names no page that shares a word with it', () => {
    const village: DirectRow = { k: 'village', t: '青政村', u: 'villages/qingzheng/' };
    for (const number of ['青政办〔2020〕7号', '青政办2020年第7号', '青政办2020 7号']) {
      expect(directRows(number, [village], words), number).toEqual([]);
    }
  });

  test('nonsense and single characters name none', () => {
    for (const query of ['县', '紫色大象', '火星服务', 'zzz', '']) expect(named(query)).toEqual([]);
  });

  test('where nothing is found, the domain that shares a word is near', () => {
    expect(nearestDomain('养老驿站', rows, words)?.t).toBe('养老服务');
    expect(nearestDomain('紫色大象', rows, words)).toBeUndefined();
  });

  test('a domain is near by what its items are called, and by official words for what was typed', () => {
    expect(nearestDomain('临时马戏团', rows, words)?.t).toBe('社会救助');
    expect(nearestDomain('敬老院火箭发射场', rows, words)?.t).toBe('养老服务');
  });

  test('the unit that answers for a domain is named with its telephone', () => {
    expect(officeOf(nearestDomain('养老驿站', rows, words), rows)?.p).toBe('0000-1234567');
    expect(officeOf(nearestDomain('临时马戏团', rows, words), rows)).toBeUndefined();
  });
});

test('a link names the marked words to the browser, each once and at most three', () => {
  const text = '甲-乙，甲-乙；丙,丁；戊；己';
  const marks = [
    [0, 3],
    [4, 7],
    [8, 11],
    [12, 13],
    [14, 15],
  ] as [number, number][];
  const parts = ['甲-乙', '丙,丁', '戊'].map((part) =>
    encodeURIComponent(part).replace('-', '%2D'),
  );
  expect(textFragment({ text, marks })).toBe(`#:~:text=${parts.join('&text=')}`);
  expect(textFragment({ text, marks: [] })).toBe('');
});

test('the words of an index are the same for the same documents, and small for many', async () => {
  await using folder = await makeTempDir();
  const documents = makeCorpus(400);
  const [one, two] = ['one', 'two'].map((name) => join(folder.path, name)) as [string, string];
  await buildIndex({ documents, outDir: one });
  await buildIndex({ documents: [...documents].reverse(), outDir: two });
  const file = (folder: string) =>
    join(folder, JSON.parse(readFileSync(join(folder, 'search.json'), 'utf8')).words);
  const bytes = readFileSync(file(one));
  expect(bytes.equals(readFileSync(file(two)))).toBe(true);
  expect(bytes.length).toBeLessThan(40 * 1024);
  const read = JSON.parse(gunzipSync(bytes).toString('utf8')) as Words;
  expect(read.sounds['gao']).toContain('高');
});

test('a list of question words that is not so is told in Chinese', () => {
  expect(() => readQuestions('虚词: 怎么')).toThrow('虚词');
  const age = '虚词: [怎么]\n同义: []\n年龄: [{ 从: 六, 到: 7, 说: 小学 }]';
  expect(() => readQuestions(age)).toThrow('“年龄”第 1 项');
  expect(() => readQuestions('虚词: [怎么]\n同义: [[娃]]\n年龄: []')).toThrow('“同义”第 1 项');
  expect(() => readQuestions('虚词: [[怎么, 咋?]]\n同义: []\n年龄: []')).toThrow('“咋?”');
});
