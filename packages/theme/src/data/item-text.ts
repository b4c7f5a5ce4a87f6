import type { ColumnItem } from '@columns/content';
import type { Item } from '@columns/standard';
import { channelLabels, levelLabels, periodLabels } from '@columns/standard';

/* The cells of a catalogue row in Chinese; `undefined` where the source left the cell empty. */

type Named = Pick<ColumnItem, 'level1' | 'level2' | 'alike'>;

/** An item as it is told anywhere: one of several of a name with what stands above it. */
export function itemName(item: Named): string {
  return item.alike ? `${item.level1}：${item.level2}` : nameBelow(item);
}

/** An item below a heading that says its upper level already. */
export function nameBelow({ level1, level2 }: Pick<Named, 'level1' | 'level2'>): string {
  return level2 ?? level1;
}

export function deadlineText(item: Item): string | undefined {
  return item.timing?.text;
}

export function channelText(item: Item): string | undefined {
  return item.channels
    ?.map(
      ({ channel, name, when }) =>
        `${name ?? channelLabels[channel]}${when === 'later' ? '（后续公开）' : ''}`,
    )
    .join('、');
}

export function audienceText(item: Item): string | undefined {
  return item.audience
    ?.map((audience) => (audience === 'all' ? '全社会' : `特定群体：${audience.group}`))
    .join('、');
}

const METHODS = { proactive: '主动公开', 'on-request': '依申请公开' } as const;

export function methodText(item: Item): string | undefined {
  const { method } = item;
  if (!method) return undefined;
  const parts = (method.parts ?? []).map(({ scope, kind }) => `；${scope}：${METHODS[kind]}`);
  const later = method.becomes ? `；${method.becomes.when}转为${METHODS[method.becomes.kind]}` : '';
  return METHODS[method.kind] + parts.join('') + later;
}

export function levelText(item: Item): string | undefined {
  return item.levels?.map((level) => levelLabels[level]).join('、');
}

/** 每季度一次，季度结束后15日内，按《…》公开. */
export function periodText({ every, by, as }: Item): string | undefined {
  if (every === undefined) return undefined;
  const day =
    by === undefined
      ? ''
      : typeof by === 'number'
        ? `，期满后${by}日内`
        : `，次年${by.replace('-', '月')}日前`;
  return `${periodLabels[every]}一次${day}${as === undefined ? '' : `，用“${as}”表`}`;
}

/** Whose row it is where it is not as the standard has it. */
export function originText({ from, changedBy }: Item): string | undefined {
  const parts = [
    ...(from === undefined ? [] : [`${from}增加`]),
    ...(changedBy === undefined ? [] : [`${[...new Set(changedBy)].join('、')}修改`]),
  ];
  return parts.length > 0 ? parts.join('，') : undefined;
}
