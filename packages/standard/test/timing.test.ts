import { describe, expect, test } from 'vitest';
import { allItems, channelFromName, loadStandard, parseTiming } from '../src/index.ts';

const timings = allItems(loadStandard()).flatMap((item) => item.timing ?? []);
const distinct = [...new Map(timings.map((timing) => [timing.text, timing])).values()];

describe('every distinct text of 公开时限 in the data', () => {
  test('there are 64 of them', () => {
    expect(distinct).toHaveLength(64);
  });

  test.each(distinct.map((timing) => [timing.text, timing.deadlines] as const))(
    '%s is understood whole, and as the data has it',
    (text, deadlines) => {
      const { deadlines: read, unread } = parseTiming(text);
      expect(unread).toEqual([]);
      expect(read).toEqual(deadlines.map(({ suspect: _suspect, ...deadline }) => deadline));
    },
  );
});

describe('each shape of deadline', () => {
  const after = { kind: 'after', unit: 'working-day' };
  test.each([
    ['信息形成或变更之日起20个工作日内', [{ ...after, event: 'formed-or-changed', amount: 20 }]],
    [
      '提前一周发通知邀请',
      [{ kind: 'before', event: 'meeting-held', amount: 7, unit: 'calendar-day' }],
    ],
    ['每20个工作日更新', [{ kind: 'every', amount: 20, unit: 'working-day' }]],
    ['实时公开', [{ kind: 'real-time' }]],
    ['按进展情况及时公开', [{ kind: 'promptly' }]],
    ['重大决策作出后及时公开', [{ kind: 'promptly', event: 'decision-made' }]],
    ['长期', [{ kind: 'lasting' }]],
    ['随采购公告、采购文件公开', [{ kind: 'with', what: '采购公告、采购文件' }]],
    [
      '制定或获取信息之日起10个工作日内，公示7个工作日',
      [
        { ...after, event: 'made-or-obtained', amount: 10 },
        { kind: 'at-least', purpose: 'display', amount: 7, unit: 'working-day' },
      ],
    ],
    [
      '1.除处罚决定外其他内容：长期公开（动态调整）；2.处罚决定：20个工作日内',
      [
        { kind: 'lasting', scope: '除处罚决定外其他内容' },
        { ...after, event: 'unstated', amount: 20, scope: '处罚决定' },
      ],
    ],
    [
      '向社会公开征求意见期限一般不少于30日；因情况紧急等原因需要缩短期限的，公开征求意见时应当予以说明',
      [
        {
          kind: 'at-least',
          purpose: 'consultation',
          amount: 30,
          unit: 'calendar-day',
          'shorter-with-reason': true,
        },
      ],
    ],
  ])('%s', (text, deadlines) => {
    expect(parseTiming(text)).toEqual({ deadlines, unread: [] });
  });

  test('what is not understood is handed back, not guessed', () => {
    expect(parseTiming('另行通知')).toEqual({ deadlines: [], unread: ['另行通知'] });
    expect(parseTiming('自信息形成或者变更之日起7…').deadlines).toEqual([]);
  });
});

describe('channel names', () => {
  test.each([
    ['政府网站', { channel: 'government-website' }],
    ['政府门户网站', { channel: 'government-website', name: '政府门户网站' }],
    ['村（居）公示栏', { channel: 'notice-board', name: '村（居）公示栏' }],
    ['其他：办税服务厅', { channel: 'other', name: '办税服务厅' }],
    ['其他', { channel: 'other' }],
    [
      '中国政府采购网及其地方分网',
      { channel: 'procurement-website', name: '中国政府采购网及其地方分网' },
    ],
  ])('%s', (name, channel) => {
    expect(channelFromName(name)).toEqual(channel);
  });
});
