import { THRESHOLDS } from '../settings/index.ts';
import type { Rule, RuleId } from './index.ts';
import { RULES } from './index.ts';

/** The groups of rules in the order of the reference, by the first part of their ids. */
export const GROUPS: Readonly<Record<string, { readonly name: string; readonly about: string }>> = {
  shape: { name: '格式', about: '文件放在哪里、字段怎么写、数据表和附件是否齐全' },
  text: { name: '正文写法', about: '正文中哪些写法是格式，哪些照原样显示，哪些会丢失' },
  safety: { name: '内容安全', about: '正文和附件不运行代码，不藏东西' },
  personal: {
    name: '个人信息',
    about: '正文、表格、文件名和附件中不应公开的个人信息；显示时一律打码',
  },
  law: { name: '法定要求', about: '条例和年报格式的要求' },
  timing: { name: '时限', about: '该公开、解读、答复、更新的时候' },
  completeness: { name: '完整', about: '该有的内容是否都有' },
  language: { name: '语言文字', about: '错别字、名称和标点；引文、书名和专名不查' },
  links: { name: '链接', about: '链接通向哪里' },
  duplicates: { name: '重复和错放', about: '同一信息是否发布了两次、放对了领域' },
};

/** The page of a rule in the generated reference, from the root of the repository. */
export function rulePage(id: RuleId): string {
  return `packages/check/rules.md#${id.replace('/', '')}`;
}

/** The reference of all rules, in Chinese, as Markdown: made from the rule table itself. */
export function ruleReference(): string {
  const ids = (Object.keys(RULES) as RuleId[]).sort();
  const errors = ids.filter((id) => RULES[id].level === 'error').length;
  return `${[
    '# 检查规则一览',
    '<!-- 由 `npx pnpm@12 generate` 从规则表生成，请勿手改 -->',
    `共 ${ids.length} 条：错误 ${errors} 条，提醒 ${ids.length - errors} 条。错误（格式、内容安全、个人信息）在构建和合并时一律拦下；提醒在 \`columns check --strict\` 时拦下。每条的例子是检查时的说法，“…”处是查到的内容。`,
    ...Object.entries(GROUPS).flatMap(([group, { name, about }]) => [
      `## ${name}`,
      `${about}。`,
      ...ids.filter((id) => id.startsWith(`${group}/`)).flatMap((id) => section(id, RULES[id])),
    ]),
    '## 可以调整的数值',
    '县区在 `content/<县区>/check.yaml` 的 `thresholds` 下写同名的数值即可改变。',
    [
      '| 编号 | 含义 | 数值 | 来源 |',
      '| --- | --- | --- | --- |',
      ...THRESHOLDS.map(
        ({ id, title, value, unit, source }) =>
          `| \`${id}\` | ${title} | ${value} ${unit} | ${source} |`,
      ),
    ].join('\n'),
  ].join('\n\n')}\n`;
}

function section(id: RuleId, rule: Rule): string[] {
  const texts = { field: '…', value: '…', other: '…', expected: '…' };
  const problem = { code: id, file: '', line: 1, column: 1, ...texts } as never;
  const told = rule.message(problem).replace(/（…）$/, '');
  return [
    `### ${id}`,
    `**${rule.title}**（${rule.level === 'error' ? '错误' : '提醒'}）`,
    [`- 说法：${told}`, `- 改法：${rule.mend(problem)}`, `- 依据：${rule.source}`].join('\n'),
  ];
}
