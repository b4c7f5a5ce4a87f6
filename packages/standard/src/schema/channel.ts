import { z } from 'zod';

/**
 * The closed list of channels (公开渠道和载体) with their general Chinese names.
 * The first rows are the boxes of the national form; the platforms are named in single rows of it.
 */
export const channelLabels = {
  'government-website': '政府网站',
  'department-website': '部门网站',
  'service-website': '政务服务网',
  'wechat-weibo-app': '两微一端',
  gazette: '政府公报',
  'radio-tv': '广播电视',
  print: '纸质媒体',
  'reading-point': '公开查阅点',
  'service-centre': '政务服务中心',
  'grassroots-platform': '基层公共服务平台',
  'convenience-station': '便民服务站',
  'on-site': '入户/现场',
  'notice-board': '公示栏',
  'targeted-push': '精准推送',
  'trading-platform': '公共资源交易平台',
  'procurement-website': '政府采购网',
  'investment-platform': '投资项目在线审批监管平台',
  'land-platform': '征地信息公开平台',
  'credit-platform': '信用信息公示平台',
  other: '其他',
} as const;

export type ChannelId = keyof typeof channelLabels;

export const channelIdSchema = z.enum(Object.keys(channelLabels) as ChannelId[]);

const channelObjectSchema = z.strictObject({
  channel: channelIdSchema,
  /** The name in the source where it says more than the general one (村（居）公示栏). */
  name: z.string().min(1).optional(),
  /** `▲` in the source: used at another point in time than the ticked channels. */
  when: z.literal('later').optional(),
});

/** One channel of an item. */
export type Channel = z.infer<typeof channelObjectSchema>;

/** In a file a channel may be written as its bare id; when loaded it is always an object. */
export const channelSchema = z
  .union([channelIdSchema, channelObjectSchema])
  .transform((value): Channel => (typeof value === 'string' ? { channel: value } : value));
