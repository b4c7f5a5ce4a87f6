import { ID_PATTERN } from '@columns/standard';
import type { FormFinding } from '../../text/form-words.ts';

/** What of a form decides where an entry is stored, and is judged before there is a file. */
export interface FormPlace {
  readonly isNew: boolean;
  readonly path: string;
  readonly hasItem: boolean;
  /** What has an id already, in words. */
  taken(id: string, beside?: boolean): string | undefined;
}

type Values = Readonly<Record<string, unknown>>;

const slip = (name: string, message: string, mend: string, label?: string): FormFinding => ({
  rule: 'form/place',
  level: 'error',
  name,
  message,
  mend,
  ...(label === undefined ? {} : { label }),
});

/**
 * What must be right before an entry can be stored at all, be it as a draft: its id, its item, the year of its
 * address, and those of an interpretation beside it. Pure.
 */
export function formSlips(data: Values, place: FormPlace): FormFinding[] {
  return [
    ...idSlips(data['id'], place),
    ...(place.isNew && place.hasItem && !data['item']
      ? [
          slip(
            'item',
            '还没有选',
            '输入事项名称中的字，从列表中选一个；不属于任何一项的选“本领域其他”',
            '公开事项',
          ),
        ]
      : []),
    ...daySlips(String(data['published'] ?? ''), place),
    ...besideSlips(data, place),
  ];
}

const HOW = '用小写英文字母、数字和连字符，如 school-list-2026';

function idSlips(given: unknown, place: FormPlace): FormFinding[] {
  if (!place.isNew) return [];
  return slipsOfId(String(given ?? ''), 'id', '网址编号', (id) => place.taken(id));
}

function slipsOfId(
  id: string,
  name: string,
  label: string,
  taken: (id: string) => string | undefined,
): FormFinding[] {
  if (id === '')
    return [slip(name, '还没有填', `先填标题，会自动写出；也可以自己填：${HOW}`, label)];
  if (!ID_PATTERN.test(id)) return [slip(name, `“${id}”不能用在网址中`, HOW, label)];
  const other = taken(id);
  return other === undefined
    ? []
    : [slip(name, `“${id}”已经用于${other}`, '换一个，如在后面加 -2', label)];
}

function daySlips(published: string, { isNew, path }: FormPlace): FormFinding[] {
  const year = published.slice(0, 4);
  if (!/^(?:19|2\d)\d\d/.test(published))
    return [
      slip(
        'published',
        published === '' ? '还没有填' : `“${published}”看不出是哪一天`,
        '填写发布日期，如 2026年7月1日',
        '发布日期',
      ),
    ];
  const folder = /\/(\d{4})\/[^/]+$/.exec(path)?.[1];
  if (isNew || folder === undefined || folder === year) return [];
  return [
    slip(
      'published',
      `这条信息的网址在 ${folder} 年，发布日期改成 ${year} 年，网址就对不上了`,
      `改回 ${folder} 年的日期；年份确实写错的，用“已保存”旁的“复制成新的一条”另存，再撤回这一条`,
      '发布日期',
    ),
  ];
}

function besideSlips(data: Values, place: FormPlace): FormFinding[] {
  const list = data['interpretation'];
  const given = (Array.isArray(list) ? list[0] : undefined) as Values | undefined;
  if (!given) return [];
  const need = (value: unknown, label: string) =>
    String(value ?? '').trim() === '' ? [slip('interpretation', '还没有填', '请填写', label)] : [];
  const id = String(given['id'] ?? '');
  return [
    ...need(given['title'], '解读的标题'),
    ...slipsOfId(id, 'interpretation', '解读的网址编号', (each) => place.taken(each, true)),
    ...(id !== '' && id === data['id']
      ? [slip('interpretation', '与本文件的网址编号相同', '换一个', '解读的网址编号')]
      : []),
    ...need(given['body'], '解读正文'),
  ];
}
