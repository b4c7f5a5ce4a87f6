import type { Channel, ChannelId } from '../schema/channel.ts';
import { channelLabels } from '../schema/channel.ts';

/** How tables name the channels. The first that matches wins, so special ones come first. */
const patterns: readonly (readonly [RegExp, ChannelId])[] = [
  [/采购网/, 'procurement-website'],
  [/双公示|信用/, 'credit-platform'],
  [/征地信息公开平台/, 'land-platform'],
  [/投资项目在线审批监管平台/, 'investment-platform'],
  [/公共资源交易|招标投标|招投标/, 'trading-platform'],
  [/政务服务网$/, 'service-website'],
  [/(政府|政府门户)网站$/, 'government-website'],
  [/部门网站$/, 'department-website'],
  [/两微一端/, 'wechat-weibo-app'],
  [/政府公报/, 'gazette'],
  [/广播电视/, 'radio-tv'],
  [/^纸质(媒体|载体)$/, 'print'],
  [/公开查阅点/, 'reading-point'],
  [/(政务|政府)服务中心/, 'service-centre'],
  [/基层公共服务平台/, 'grassroots-platform'],
  [/便民服务站/, 'convenience-station'],
  [/入户|现场/, 'on-site'],
  [/公示栏/, 'notice-board'],
  [/精准推送/, 'targeted-push'],
];

/**
 * One channel from its name in a table. A name of no known channel gives `other` with that name;
 * the bare box 其他 gives `other` without one.
 */
export function channelFromName(printed: string): Channel {
  const text = printed.trim();
  const known = patterns.find(([pattern]) => pattern.test(text))?.[1];
  const name = text.replace(/^其他[：:_]?/, '');
  if (known === undefined) return name === '' ? { channel: 'other' } : { channel: 'other', name };
  return name === channelLabels[known] ? { channel: known } : { channel: known, name };
}
