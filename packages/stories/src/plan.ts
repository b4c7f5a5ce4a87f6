import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { dataFile, type Facts, readFacts } from './facts.ts';
import { familyStories } from './families.ts';
import { filled, type Words } from './fill.ts';
import { guideFields } from './guide.ts';
import { hallStories } from './halls.ts';
import { entriesOfSeries, periodsBetween } from './series.ts';
import { sum } from './share.ts';
import { type Story, storySchema } from './story.ts';
import { csv, type Table, tableNamed, wordsOfTable } from './tables/index.ts';
import { wordsOf } from './words.ts';

/** Files of a county, by their path below `content/`. */
export type PlannedFiles = ReadonlyMap<string, string>;

/** What is told that nobody may take for real: its title says so too. */
const GRAVE =
  /预警|警示|事故|灾情|案件|案例|查处|处罚|强制|黑名单|召回|缺陷|违法|违规|失信|惩戒|投诉|不良|不合格|处置|整改|超标|赔偿/;

/** Every file that the facts and stories of a county give: the same facts, the same files. */
export function plannedFiles(county: string): PlannedFiles {
  const facts = readFacts(county);
  const words = wordsOf(facts);
  const stories = [...storiesOf(county), ...familyStories(facts), ...hallStories(facts)].flatMap(
    entriesOfSeries,
  );
  const sums = sumsOf(stories, facts);
  const files = new Map<string, string>();
  for (const story of stories) {
    const entry = entryOf(story, facts, new Map([...words, ...sums]));
    if (files.has(`${entry.path}.md`)) throw new Error(`${county}：${entry.path} 写了两次`);
    files.set(`${entry.path}.md`, entry.text);
    if (entry.table !== undefined) files.set(`${entry.path}.csv`, entry.table);
  }
  return files;
}

function storiesOf(county: string): Story[] {
  const names = existsSync(dataFile(county)) ? readdirSync(dataFile(county)).sort() : [];
  return names
    .filter((name) => name.endsWith('.yaml') && name !== 'facts.yaml')
    .flatMap((name) => {
      const read = z
        .array(storySchema)
        .safeParse(parse(readFileSync(dataFile(`${county}/${name}`), 'utf8')));
      if (!read.success) throw new Error(`${county}/${name}：${z.prettifyError(read.error)}`);
      return read.data;
    });
}

/** `{和:penalty-lists:2025Q1..2025Q4:合计:罚款金额}`: a cell added up over the tables of a series' periods. */
function sumsOf(stories: readonly Story[], facts: Facts): Map<string, string> {
  const asked = JSON.stringify(stories).matchAll(
    /\{(和:([^:{}]+):([^:{}]+):([^:{}]+):([^:{}]+))\}/g,
  );
  const known = new Map<string, string>();
  for (const [, place = '', series, periods = '', row, column] of asked) {
    const [from = '', to = ''] = periods.split('..');
    const of = new Set(periodsBetween(from, to));
    const cells = stories
      .filter((story) => of.has(String(story['period'])) && story.id?.startsWith(`${series}-`))
      .map((story) => {
        const table = tableOf(story, facts);
        const name = row === '行数' ? '表.行数' : `表.${row}.${column}`;
        return Number(table && wordsOfTable(table, new Map()).get(name));
      });
    if (cells.length !== of.size || cells.some(Number.isNaN))
      throw new Error(`“${place}”没有这些数`);
    known.set(place, String(Math.round(sum(cells) * 100) / 100));
  }
  return known;
}

interface WrittenEntry {
  readonly path: string;
  readonly text: string;
  readonly table?: string;
}

/** Keys of a story that are no front matter. */
const SHORT: ReadonlySet<string> = new Set([
  ...[
    'at',
    'id',
    'kind',
    'on',
    'each',
    'title',
    'body',
    'table',
    'rows',
    'need',
    'steps',
    'if',
    'days',
  ],
  'basis',
]);

function entryOf(raw: Story, facts: Facts, words: Words): WrittenEntry {
  const table = tableOf(raw, facts);
  const story = filled(raw, table === undefined ? words : wordsOfTable(table, words));
  const { at, title, body } = story;
  const on = String(story.on);
  const [domain, item] = at?.split('/') ?? [];
  const year = on.slice(0, 4);
  const kind = kindOf(story);
  const name = story.id ?? `${[domain, item].filter(Boolean).join('-')}-${year}`;
  const home = domain === undefined ? undefined : facts.domains[domain];
  const grave = GRAVE.test(title) && !/示例/.test(title) && story['source'] === undefined;
  const head: Record<string, unknown> = {
    title: grave ? `${title}（示例）` : title,
    kind,
    ...(home === undefined ? {} : { topic: home.topic, unit: home.unit }),
    published: on,
    ...(kind === 'notice' ? { form: noticeForm(title) } : {}),
    attribute: { type: '主动' },
    review: { by: '信息公开审核岗', date: on, secrecy: '通过' },
    level: 'county',
    ...(story['source'] === undefined ? { example: true } : {}),
    ...(kind === 'guide' ? guideDefaults(facts, story) : {}),
    ...Object.fromEntries(Object.entries(story).filter(([key]) => !SHORT.has(key))),
    ...guideFields(story),
    ...(kind !== 'guide' && story['basis'] !== undefined ? { basis: story['basis'] } : {}),
  };
  const folder = domain === undefined ? `_${kind}` : `${domain}/${item ?? '_general'}`;
  const rows = story.rows === undefined ? table && csv(table) : `${story.rows.trim()}\n`;
  const tail = body === undefined ? '' : `\n${body.trim()}\n`;
  return {
    path: `${facts.county}/${folder}/${year}/${name}`,
    text: `---\n${stringify(head, { lineWidth: 0 })}---\n${tail}`,
    ...(rows === undefined ? {} : { table: rows }),
  };
}

/** What every guide of a county says alike: where its unit receives, and when. */
function guideDefaults({ domains, figures }: Facts, story: Story): Record<string, unknown> {
  const [domain = ''] = story.at?.split('/') ?? [];
  const unit = story['unit'] ?? domains[domain]?.unit ?? 'government-office';
  const telephone = figures[`电话:${unit}`];
  return {
    place: '县政务服务中心综合窗口',
    hours: '工作日 8:00—12:00，14:30—17:30',
    ...(telephone === undefined ? {} : { telephone }),
    complaints: figures['监督电话'],
    fee: { charged: '不收费' },
  };
}

function noticeForm(title: string): string {
  if (/公示$/.test(title) && !/(?:执法|处罚)公示$/.test(title)) return '公示';
  if (/通知$/.test(title)) return '通知';
  return /动态|开展|举办|启动|召开/.test(title) ? '动态' : '公告';
}

/** What a story is by what its writer put down. */
function kindOf({ kind, need, rows, table, interprets }: Story): string {
  if (kind !== undefined) return kind;
  if (need !== undefined) return 'guide';
  if (rows !== undefined || table !== undefined) return 'register';
  return interprets === undefined ? 'notice' : 'interpretation';
}

/** The derived table. Where no form of registers knows 合计, a row of it would count as one more thing. */
function tableOf(story: Story, facts: Facts): Table | undefined {
  if (story.table === undefined) return undefined;
  const [name, asked] = typeof story.table === 'string' ? [story.table] : story.table;
  const table = tableNamed(name)(facts, asked);
  if (story['form'] !== undefined) return table;
  return { ...table, sums: table.rows.find(isSum), rows: table.rows.filter((row) => !isSum(row)) };
}

const isSum = ([first]: readonly (string | number)[]): boolean => first === '合计';
