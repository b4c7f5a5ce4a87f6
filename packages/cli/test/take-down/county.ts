/** A county with entries of every kind, each of which is taken down in every way. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KIND_IDS, KINDS, type Kind, type KindId, splitFrontMatter } from '@columns/content';
import { parse, stringify } from 'yaml';
import { findRoot } from '../../src/root.ts';

export const COUNTY = 'xian';

/**
 * A sign, and a name of files, that stand nowhere but in what is taken down. Search knows every syllable of
 * pinyin, and no two of the same.
 */
export const MARK = '囧';
export const FILE_MARK = 'jiongjiong';
/** Made up; the check sign is right. */
export const NUMBERS = ['110105199003075176', '13812345678'] as const;
const [ID_NUMBER, MOBILE] = NUMBERS;

/** Ways to take down all or part of an entry. */
const WAYS = ['withdrawn', 'withheld', 'on-request', 'cleaned'] as const;
type Way = (typeof WAYS)[number];

/** A number slips in; it is cleaned out, and all is published; then the rest is taken down. */
export const STAGES = ['slipped', 'open', 'down'] as const;
export type Stage = (typeof STAGES)[number];

type Data = Record<string, unknown>;

const REPOSITORY = findRoot(import.meta.dirname);
const ITEM = `content/${COUNTY}/compulsory-education/school-directory/2026`;
const ROWS = 210;
/** What names something that must be there, or is listed with what is left of the entry. */
const NAMES = new Set([
  'title',
  'kind',
  'unit',
  'town',
  'village',
  'matter',
  'also',
  'attachments',
]);
/** What cannot stand in a fixture of this kind: other units' fields, and what the test itself writes. */
const LEFT_OUT = new Set(['withdrawn', 'formerly', 'discloses', 'exemption', 'form:register']);

/** Every file of the county at a stage, below the repository. */
export function filesAt(stage: Stage): Map<string, string> {
  const entries = KIND_IDS.flatMap((kind) => WAYS.flatMap((way) => entryFiles(kind, way, stage)));
  const mdx = WAYS.flatMap((way) => entryFiles('notice', way, stage, 'mdx'));
  return new Map([...Object.entries(AROUND), ...entries, ...mdx]);
}

/** Ids of the entries that are taken down whole, or down to their header. */
export function closedIds(): string[] {
  return [...KIND_IDS, 'mdx'].flatMap((name) =>
    WAYS.filter((way) => way !== 'cleaned').map((way) => `${name}-${way}`),
  );
}

/** Writes a stage into a repository and commits it. */
export function commitStage(root: string, stage: Stage): void {
  rmSync(join(root, 'content'), { recursive: true, force: true });
  for (const [path, text] of filesAt(stage)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const git = (...args: string[]) => {
    const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
    execFileSync('git', [...who, '-c', 'commit.gpgsign=false', ...args], {
      cwd: root,
      stdio: 'ignore',
    });
  };
  if (stage === STAGES[0]) git('init', '-b', 'main');
  git('add', '-A', 'content');
  git('commit', '-m', stage);
}

/** What stays, and names what is taken down: an explanation, an issue of the gazette, the county itself. */
const AROUND: Readonly<Record<string, string>> = {
  [`content/${COUNTY}/county.yaml`]: stringify({
    id: COUNTY,
    name: '示例县',
    level: 'county',
    structure: 'national-26',
    demo: true,
    frequent: [{ item: 'compulsory-education/school-directory', guide: 'guide-withdrawn' }],
  }),
  [`content/${COUNTY}/departments.yaml`]: '- {id: government-office, name: 县政府办公室}\n',
  [`content/${COUNTY}/towns.yaml`]: stringify([
    { id: 'example-town', name: '示例镇', villages: [{ id: 'example-village', name: '（文字）' }] },
  ]),
  [`content/${COUNTY}/_policy/2026/example-rules-2026.md`]: textOf({
    ...{ title: '留下的文件', kind: 'policy', issuer: '县政府', published: '2026-01-31' },
    ...{ attribute: { type: '主动' }, example: true },
    validity: { state: '废止', by: 'policy-withdrawn' },
  }),
  [`content/${COUNTY}/_register/2026/example-list-2025.md`]: textOf(
    {
      ...{ title: '旧清单', kind: 'register', published: '2026-01-31', columns: ['名称'] },
      ...{ attribute: { type: '主动' }, example: true },
    },
    '',
  ),
  [`content/${COUNTY}/_register/2026/example-list-2025.csv`]: '名称\n一\n',
  [`content/${COUNTY}/_interpretation/2026/explains.md`]: textOf({
    ...{ title: '留下的解读', kind: 'interpretation', published: '2026-01-31', form: '文字' },
    ...{ attribute: { type: '主动' }, example: true },
    interprets: ['policy-withdrawn', 'policy-withheld', 'policy-cleaned'],
  }),
  [`content/${COUNTY}/_gazette/2026/issue.md`]: textOf({
    ...{ title: '留下的公报', kind: 'gazette', published: '2026-01-31', year: 2026, issue: 7 },
    ...{ attribute: { type: '主动' }, example: true },
    contents: ['withdrawn', 'withheld', 'on-request'].map((way) => ({
      title: `policy ${way}`,
      entry: `policy-${way}`,
    })),
  }),
};

function entryFiles(kind: KindId, way: Way, stage: Stage, format = 'md'): [string, string][] {
  const id = `${format === 'mdx' ? 'mdx' : kind}-${way}`;
  const file = `${FILE_MARK}-${id}.txt`;
  const closed = stage === 'down' && (way === 'withheld' || way === 'on-request');
  const plain: Data = { ...filledIn(kind), title: `标题 ${id}` };
  const marked = hung(
    { ...marking(kind, plain), attachments: [{ file, name: `${MARK}附件` }] },
    file,
  );
  // Who takes the files away takes the photograph away that is one of them.
  plain['board'] = { ...(plain['board'] as Data), photo: undefined };
  const full: Data = way === 'cleaned' ? hung(plain, 'a.txt') : marked;
  if (way === 'cleaned') {
    plain['attachments'] = full['attachments'] = [{ file: 'a.txt', name: '附件' }];
    full['summary'] = stage === 'slipped' ? `概述，电话${MOBILE}` : '概述';
  }
  if (stage === 'down' && way === 'withdrawn') {
    full['withdrawn'] = { date: '2026-02-28', reason: '公开有误' };
  }
  const base = `${ITEM}/${id}`;
  if (closed) return [[`${base}.${format}`, textOf(headerOnly(kind, plain, marked, way), '')]];
  const columns = (full['columns'] as string[] | undefined) ?? [];
  const said = way === 'cleaned' ? cleanedBody(stage) : markedBody(id);
  return [
    [`${base}.${format}`, textOf(full, said)],
    [`${base}/${way === 'cleaned' ? 'a.txt' : file}`, way === 'cleaned' ? '文件' : `${MARK}文件`],
    // A file that the text names need not be listed.
    ...(way === 'cleaned' ? [] : [pair(`${base}/${FILE_MARK}-linked.txt`, `${MARK}另一个文件`)]),
    ...(KINDS[kind].csv ? [pair(`${base}.csv`, csvOf(kind, columns, way, stage))] : []),
  ];
}

/** The photograph of a notice board is one of the entry's own files. */
function hung(data: Data, photo: string): Data {
  return { ...data, board: { ...(data['board'] as Data), photo } };
}

const pair = (path: string, text: string): [string, string] => [path, text];

function cleanedBody(stage: Stage): string {
  const slip = stage === 'slipped';
  const person = slip ? `联系人身份证号${ID_NUMBER}。` : '联系人见公告。';
  const row = slip ? `| 李四 | ${MOBILE} |` : '| 李四 | 已删去 |';
  return `第一段。\n\n${person}\n\n| 姓名 | 电话 |\n|---|---|\n${row}\n`;
}

function markedBody(id: string): string {
  return `${MARK}正文。\n\n## ${MARK}标题\n\n| ${MARK}栏 |\n|---|\n| ${MARK}格 |\n\n[${MARK}文件](${id}/${FILE_MARK}-linked.txt)\n`;
}

/** What is left in the file of an entry that is not open: its fields, of which only the common are shown. */
function headerOnly(kind: KindId, plain: Data, marked: Data, way: Way): Data {
  const own = Object.keys(KINDS[kind].shape);
  const type = way === 'withheld' ? '不予' : '依申请';
  const said = way === 'withheld' ? [...own, 'summary', 'keywords'] : own;
  const { attachments: _, ...fields } = plain;
  return {
    ...fields,
    ...Object.fromEntries(said.filter((key) => key in marked).map((key) => [key, marked[key]])),
    attribute: { type, grounds: '条例第十四条', reassess: '2027-01-31' },
  };
}

function csvOf(kind: KindId, columns: readonly string[], way: Way, stage: Stage): string {
  const word = way === 'cleaned' ? '词' : MARK;
  const slip = stage === 'slipped' && way === 'cleaned';
  if (kind !== 'register') {
    const template = readFileSync(join(REPOSITORY, `templates/${kind}.csv`), 'utf8');
    return template.replaceAll('（文字）', slip ? `电话${MOBILE}` : word);
  }
  const rows = Array.from({ length: ROWS }, (_, row) =>
    columns.map((__, at) => `${word}${row}-${at}`),
  );
  if (slip) rows.push(columns.map(() => `电话${MOBILE}`));
  return `${[columns, ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
}

function textOf(data: Data, body = '正文。\n'): string {
  return `---\n${stringify(data)}---\n\n${body}`;
}

/** A kind's template with all its fields written, as many as may stand together. */
function filledIn(kindId: KindId): Data {
  const text = readFileSync(join(REPOSITORY, `templates/${kindId}.md`), 'utf8');
  const head = splitFrontMatter(text)?.head ?? '';
  const whole = head.replaceAll(/^# /gm, '').replaceAll(/^(\s+)# (?=\S)/gm, '$1');
  const kind = KINDS[kindId] as Kind;
  const wanted = ([key]: [string, unknown]) =>
    !LEFT_OUT.has(key) && !LEFT_OUT.has(`${key}:${kindId}`);
  const data: Data = { ...(parse(head) as Data), example: true };
  if (!fits(kind, data)) throw new Error(`The template of ${kindId} does not fit its schema.`);
  for (const [key, value] of Object.entries(parse(whole) as Data).filter(wanted)) {
    if (fits(kind, { ...data, [key]: value })) data[key] = value;
  }
  return data;
}

/** The same with the mark in every text that may be any text. */
function marking(kindId: KindId, plain: Data): Data {
  const kind = KINDS[kindId] as Kind;
  const fixed = new Set([...NAMES, ...kind.references]);
  const data = structuredClone(plain);
  let count = 0;
  const mark = (holder: Data, key: string) => {
    // What a document bears in print is one of few.
    if (key === 'mark') return;
    const value = holder[key];
    if (typeof value === 'object' && value !== null) {
      for (const inner of Object.keys(value)) mark(value as Data, inner);
      return;
    }
    if (typeof value !== 'string') return;
    count += 1;
    holder[key] = `${MARK}字${count}`;
    if (!fits(kind, data)) holder[key] = value;
  };
  for (const key of Object.keys(data)) if (!fixed.has(key)) mark(data, key);
  return data;
}

function fits(kind: Kind, data: Data): boolean {
  const parsed = kind.schema.safeParse(data);
  return parsed.success && (kind.contradictions?.(parsed.data) ?? []).length === 0;
}
