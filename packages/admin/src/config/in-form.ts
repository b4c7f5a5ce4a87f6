import { forForm } from '../text/form-words.ts';
import type { DecapField } from './decap.ts';

/**
 * A field in the words of the form. Labels and hints of the schema are also those of files and templates, where
 * officers write `true` and ids; in the form they choose, switch and are told of nothing else.
 */
export function inForm(field: DecapField): DecapField {
  const { name, hint, pattern, fields } = field;
  const own = HINTS[name];
  const words = own === undefined ? hint && wordsOf(hint) : own;
  const { hint: _, ...rest } = field;
  return {
    ...rest,
    label: LABELS[name] ?? field.label,
    ...(words === undefined || words === '' ? {} : { hint: words }),
    ...(pattern === undefined ? {} : { pattern: [pattern[0], forForm(pattern[1])] as const }),
    ...(fields === undefined ? {} : { fields: fields.map(inForm) }),
    ...(field.field === undefined ? {} : { field: inForm(field.field) }),
  };
}

/** Names of fields that say more in the form. */
const LABELS: Readonly<Record<string, string>> = {
  matter: '各级同一事项的编号',
  exemption: '依法公开个人信息的依据',
  formerly: '以前的网址',
};

/** What the form says in place of a hint that is about files. Empty: the control says enough. */
const HINTS: Readonly<Record<string, string>> = {
  unit: '',
  source: '依据的文件和其中的位置，如 安府办发〔2026〕5号第三条；示例内容不填',
  example: '内容不是真实文件的，打开',
  discloses: '发布的单位、乡镇、村自己目录中的事项编号，每行一个',
  period: '如 2026-03、2026Q1（第一季度）、2026H1（上半年）、2026（全年）',
  formerly: '每行一个，如 2022/old-name；一般由维护人员填写',
  form: '',
  columns:
    '清单种类没有规定列名时填写：几个列名用“、”隔开，或从 Excel 复制表头粘贴；不填时用公开事项的要素',
  file: '',
  keywords: '几个词用“、”隔开',
  draft: '附件中的文件名；写在正文中的，填“正文”',
  'drafting-note': '附件中的文件名；写在正文中的，填“正文”',
  number: '如 第12号',
  entry: '输入标题中的字查找',
  plan: '部署任务的文件：输入标题中的字查找',
  replaces: '输入标题中的字查找；旧清单保留，标明已调整',
  by: '',
  covers: '不填时为所在的事项',
  also: '',
  places: '输入名称中的字查找；地址、电话随场所更新',
  policies: '输入标题中的字查找',
  interprets: '输入标题中的字查找',
};

const wordsOf = (hint: string): string =>
  forForm(hint)
    .replace(/[；，]?是的写 true/, '；是的，打开')
    .replace(/写 true$/, '，打开')
    .replace(/，全是数字时加引号/, '');
