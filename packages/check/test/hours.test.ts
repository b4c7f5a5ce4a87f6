import type { Files } from '@columns/content/fixture';
import { entry, notice } from '@columns/content/fixture';
import { expect, it } from 'vitest';
import { foundBy, told } from './inspecting.ts';

const HOURS = '工作日 8:30—12:00，14:00—17:30';
const place = (id: string, ...lines: string[]): Files => ({
  [`shili/_place/2023/${id}.md`]: entry(
    [
      'title: 北镇便民服务中心（示例）',
      'kind: place',
      'form: 便民服务中心',
      'services: [办证]',
      'published: 2023-04-03',
      ...lines,
    ],
    '',
  ),
});
const guide = (...lines: string[]): Files => ({
  'shili/_guide/2023/g.md': entry(
    [
      ...['title: 一', 'kind: guide', 'who: 任何人', 'basis: [一法]', 'conditions: [年满十八周岁]'],
      ...[
        'materials: [{name: 身份证, copies: 0}]',
        'flow: [{name: 申请}]',
        'limit: {promised: 当场办结}',
      ],
      ...[
        'fee: {charged: 不收费}',
        'telephone: 0000-0000001',
        'result: 证书',
        'published: 2023-04-03',
      ],
      ...lines,
    ],
    '',
  ),
});
const TOWNS: Files = { 'shili/towns.yaml': '- {id: bei, name: 北镇}\n- {id: nan, name: 南镇}\n' };
const HALL = { ...TOWNS, ...place('hall', 'town: bei', 'address: 一号', `hours: ${HOURS}`) };
const says = (text: string, ...lines: string[]): Files => ({
  'shili/_notice/2023/n.md': notice(lines, `${text}\n`),
});

const unread = async (files: Files) => (await foundBy('completeness/hours', files)).map(told);
const differ = async (files: Files) => (await foundBy('law/hours-differ', files)).map(told);

it('hours without times are told wherever they stand, and hours that can be read are not', async () => {
  const found = await unread({
    ...place('a', 'hours: 工作日（示例）'),
    ...guide('place: 一楼', 'hours: 朝九晚五'),
    'shili/departments.yaml':
      '- id: office\n  name: 县政府办公室\n  hours: 法定上班时间\n  openness: {name: 政务公开股, hours: 正常工作日}\n',
    'shili/towns.yaml': `- id: bei\n  name: 北镇\n  hours: ${HOURS}\n  villages: [{id: dong, name: 东村, hours: 随时}]\n`,
    'shili/institutions.yaml':
      '- {id: water, name: 示例供水公司, sector: water, hours: 每天 8:00—18:00}\n',
  });
  expect(found.map((text) => text.replace(/ 看不出.*/, ''))).toEqual([
    '_guide/2023/g.md:15 hours（办理时间） “朝九晚五”',
    '_place/2023/a.md:7 hours（开放时间） “工作日（示例）”',
    'departments.yaml:1 hours “法定上班时间”',
    'departments.yaml:4 hours “正常工作日”',
    'towns.yaml:1 hours “随时”',
  ]);
});

it('a withdrawn place has no hours to mend', async () => {
  expect(
    await unread(place('a', 'hours: 工作日', 'withdrawn: {date: 2023-06-01, reason: 撤销}')),
  ).toEqual([]);
});

it('a notice that tells other hours than the place it names is told with both', async () => {
  const found = await differ({
    ...HALL,
    ...says('受理点：镇便民服务中心。受理时间：工作日上午9时至12时、下午2时至5时。', 'town: bei'),
  });
  expect(found).toEqual([
    expect.stringMatching(
      /^_notice\/2023\/n\.md:\d+ 这里的时间是 “工作日上午9时至12时、下午2时至5时”，北镇便民服务中心（示例）（shili\/_place\/2023\/hall\.md 第 \d+ 行）写的是“工作日 8:30—12:00，14:00—17:30”$/,
    ),
  ]);
});

it.each([
  [
    'in other words',
    '地点：北镇便民服务中心。\n\n办理时间为周一至周五上午8时30分至12时、下午2时至5时30分。',
  ],
  ['of another place', '地点：南镇文化站。开放时间：每天 9:00—17:00。'],
  ['which nobody can read', '北镇便民服务中心的开放时间：以现场公告为准。'],
])('a text that tells the same hours, or hours %s, is left alone', async (_, text) => {
  expect(await differ({ ...HALL, ...says(text) })).toEqual([]);
});

it('hours of a town’s centre in a text of another town are not its own', async () => {
  const text = '地点：便民服务中心。开放时间：每天 9:00—17:00。';
  expect(await differ({ ...HALL, ...says(text, 'town: nan') })).toEqual([]);
  expect(await differ({ ...HALL, ...says(text, 'town: bei') })).toHaveLength(1);
});

it('a guide that says other hours than its place is told; one with a window of its own is not', async () => {
  const other = 'hours: 工作日 9:00—11:00';
  expect(await differ({ ...HALL, ...guide('places: [hall]', other) })).toHaveLength(1);
  expect(await differ({ ...HALL, ...guide('places: [hall]', 'place: 派出所', other) })).toEqual([]);
  expect(await differ({ ...HALL, ...guide('places: [hall]', `hours: ${HOURS}`) })).toEqual([]);
});

it('two records of one name or one address must tell the same hours', async () => {
  const sameAddress = place('zone', 'town: nan', 'address: 一 号', 'hours: 每天 9:00—17:00');
  const renamed = {
    'shili/_place/2023/zone.md': (sameAddress['shili/_place/2023/zone.md'] as string).replace(
      '北镇便民服务中心',
      '公开专区',
    ),
  };
  expect(await differ({ ...HALL, ...renamed })).toHaveLength(1);
  expect(
    await differ({
      ...HALL,
      'shili/institutions.yaml':
        '- {id: hall, name: 北镇便民服务中心, sector: water, hours: 每天 8:00—18:00}\n',
    }),
  ).toHaveLength(1);
});
