import type { Outcome } from './outcome.ts';

/** One kind of trouble, with every file that has it: an office works through these, not through files. */
export interface Trouble {
  /** How pressing it is; the first comes first. */
  readonly sort: (typeof SORTS)[number];
  /** What is wrong, without what differs from file to file. */
  readonly kind: string;
  /** The one thing to do, where it is the same for all of them. */
  readonly mend?: string;
  readonly files: readonly { readonly source: string; readonly told: string }[];
}

/** `没有导入` first; what is only worth knowing is no trouble and not listed. */
export const SORTS = [
  '没有导入',
  '个人信息',
  '未处理',
  '未找到',
  '请核对',
  '没有写入',
  '有改动',
] as const;

const SORT_OF = {
  missing: '未找到',
  guessed: '请核对',
  'left-out': '没有写入',
  changed: '有改动',
  unhandled: '未处理',
} as const;

/** Every kind of trouble of a run: by how pressing it is, then by the number of files. */
export function troublesOf(outcomes: readonly Outcome[]): Trouble[] {
  const found = new Map<string, Trouble & { files: { source: string; told: string }[] }>();
  const add = (
    sort: Trouble['sort'],
    { source }: Outcome,
    told: string,
    mend?: string,
    kind = kindOf(told),
  ) => {
    const key = `${sort} ${kind}`;
    const trouble = found.get(key) ?? {
      sort,
      kind,
      ...(mend === undefined ? {} : { mend }),
      files: [],
    };
    trouble.files.push({ source, told });
    found.set(key, trouble);
  };
  for (const outcome of outcomes) {
    const { failure, findings = [], personal = [], remarks } = outcome;
    for (const { message, mend, line } of findings)
      add('没有导入', outcome, `第 ${line} 行：${message}`, mend, kindOf(message));
    if (failure && findings.length === 0) add('没有导入', outcome, failure.message, failure.mend);
    // What goes through with an exemption is listed too.
    for (const told of personal) add('个人信息', outcome, told, undefined, told.split(' ', 1)[0]);
    for (const { sort, text } of remarks) if (sort !== 'note') add(SORT_OF[sort], outcome, text);
  }
  return [...found.values()].sort(
    (a, b) =>
      SORTS.indexOf(a.sort) - SORTS.indexOf(b.sort) ||
      filesOf(b) - filesOf(a) ||
      (a.kind < b.kind ? -1 : 1),
  );
}

/** How many files have a trouble; one may have it several times. */
export function filesOf({ files }: Trouble): number {
  return new Set(files.map(({ source }) => source)).size;
}

/** A message without what it quotes and counts: what is left says which kind it is. */
function kindOf(text: string): string {
  return (
    text
      .replaceAll(/“[^”]*”(?:[（(][^）)]*[）)])?/g, '“…”')
      .replaceAll(/(?<![A-Za-z])\d+(?:[-.,:/]\d+)*/g, '…')
      // A list is one thing, however long it is.
      .replaceAll(/([^、→：；]{1,20})(?:[、→]\1)+/g, '$1')
  );
}

const LONGEST = 160;

/** The kinds of trouble with their counts, a line each. */
export function troubleSummary(troubles: readonly Trouble[]): string[] {
  return troubles.map((each) => `${each.sort}：${each.kind}（${filesOf(each)} 个文件）`);
}

/** The list that an office works through, in Markdown: the kinds with their counts, then each with its files. */
export function troubleLines(troubles: readonly Trouble[]): string[] {
  if (troubles.length === 0) return ['', '## 要处理的问题', '', '没有。'];
  return [
    '',
    '## 要处理的问题',
    '',
    '| 种类 | 问题 | 文件数 |',
    '| --- | --- | ---: |',
    ...troubles.map(
      (each) => `| ${each.sort} | ${each.kind.replaceAll('|', '\\|')} | ${filesOf(each)} |`,
    ),
    ...troubles.flatMap((each) => [
      '',
      `### ${each.sort}：${each.kind}（${filesOf(each)} 个文件）`,
      '',
      ...(each.mend === undefined ? [] : [`改法：${each.mend}`, '']),
      ...each.files.map(({ source, told }) => {
        const short = told.length > LONGEST ? `${told.slice(0, LONGEST)}…` : told;
        return `- ${source}${told === each.kind ? '' : `：${short}`}`;
      }),
    ]),
  ];
}
