import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { readColumn, shownColumn } from '@columns/content';
import { makeCounty, notice, register } from '@columns/content/fixture';
import type { DataFile } from '@columns/export/files';
import { composePage, FIGURES_SUFFIX, FRAME_FILE, Parts, pageSchema } from '@columns/export/page';
import { loadStandard } from '@columns/standard';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { serve } from '../src/index.ts';
import { examples, openData, records, writeFolder } from '../src/records/index.ts';
import { workshop } from './fixture.ts';
import { FRAMES } from './frame.ts';

const SCHOOLS = 'shili/compulsory-education/school-directory/2023';
const FILES = {
  'shili/departments.yaml': '- {id: education, name: 县教育局}\n',
  'shili/_notice/2023/a.md': notice(['title: "标题<script>alert(1)</script>"', 'unit: education']),
  'shili/_notice/2023/secret.md': notice(
    ['title: 内部', 'attribute: {type: 不予, grounds: 条例第十四条, reassess: 2024-05-29}'],
    '',
  ),
  [`${SCHOOLS}/schools.md`]: register(),
  [`${SCHOOLS}/schools.csv`]: '学校名称,学校地址,办学层次,办学类型\n一小,城关镇,小学,公办\n',
};

function input() {
  const { contentRoot } = makeCounty({ files: FILES });
  const { column } = readColumn(contentRoot, 'shili', loadStandard());
  if (!column) throw new Error('The fixture has no column.');
  return { column: shownColumn(column), contentRoot, base: '/shili/' };
}

const parts = new Parts(FRAMES[FRAME_FILE] ?? '');

/** The files as the site has them: figures in their frame, everything else as it is. */
function* published(files: Iterable<DataFile>): Generator<{ path: string; bytes: string }> {
  for (const { path: at, bytes } of files) {
    if (!at.endsWith(FIGURES_SUFFIX)) yield { path: at, bytes: String(bytes) };
    else {
      const page = pageSchema.parse(JSON.parse(String(bytes)));
      const html = composePage(parts, { prefix: '/', base: '/shili/' }, page);
      yield { path: `${page.path}index.html`, bytes: html };
    }
  }
}

const HISTORY = new Map([
  [
    'a',
    [
      { day: '2023-05-29', commit: 'a'.repeat(40), sha256: '1'.repeat(64), changes: [] },
      { day: '2023-06-30', commit: 'b'.repeat(40), changes: ['正文增加：“<b>新</b>”'] },
    ],
  ],
]);

function made(history: typeof HISTORY | undefined = HISTORY, asOf = '2024-06-01') {
  const files = [...published(records(input(), history, asOf))];
  return new Map(files.map(({ path, bytes }) => [path, bytes]));
}

describe('the records of a column', () => {
  it('lead nowhere that is not there', () => {
    const place = input();
    const files = new Set(
      [...published(records(place, HISTORY, '2024-06-01')), ...published(openData(place))].map(
        ({ path }) => path,
      ),
    );
    const pages = [
      ...published(records(place, HISTORY, '2024-06-01')),
      ...published(openData(place)),
    ].filter(({ path }) => path.endsWith('.html'));
    const dead = pages.flatMap(({ path, bytes }) =>
      [...String(bytes).matchAll(/href="\/shili\/([^"#]*)/g)].flatMap(([, to = '']) => {
        const file = to === '' || to.endsWith('/') ? `${to}index.html` : to;
        // The theme's own pages, and the register's files made with its page.
        const elsewhere =
          /^(?:index|\d{4}\/[^/]+\/index|(?:domains|disclosure|openness|units|towns|villages|institutions)\/(?:.*\/)?index)\.html$|^data\/schools\./;
        return files.has(file) || elsewhere.test(file) ? [] : [`${path} → ${to}`];
      }),
    );
    expect(dead).toEqual([]);
  });

  it('show items by periods, each cell in time, late or missing, and name what has not begun', () => {
    const files = {
      'shili/catalogue.yaml':
        'add: [{domain: ecology, id: tap-water, level1: 水质, every: quarter, by: 15}, {domain: ecology, id: air, level1: 空气, every: month}]\n',
      'shili/ecology/tap-water/2022/q3.md': notice(['published: 2022-10-15', 'period: 2022Q3']),
      'shili/ecology/tap-water/2023/q4.md': notice(['published: 2023-01-16', 'period: 2022Q4']),
    };
    const { contentRoot } = makeCounty({ files });
    const { column } = readColumn(contentRoot, 'shili', loadStandard());
    const place = { column: shownColumn(column as never), contentRoot, base: '/shili/' };
    const page = [...published(records(place, HISTORY, '2023-04-16'))].find(
      ({ path }) => path === 'coverage/periodic/index.html',
    );
    const html = String(page?.bytes);
    expect(html).toContain('>已公开\n2022-10-15</a>');
    expect(html).toContain('>逾期公开\n2023-01-16\n期限 2023-01-15</a>');
    expect(html).toContain('<i class="words">逾期未公开\n期限 2023-04-15</i>');
    expect(html).toContain('已公开 1 期，逾期公开 1 期，逾期未公开 1 期');
    expect(html).toMatch(/还没有按期公开的事项.*空气<\/a>/s);
  });

  it.each(['coverage', 'ledger'])(
    'have a JSON Schema that %s keeps to, and that tells what does not',
    (table) => {
      const files = made();
      const read = (name: string) => JSON.parse(files.get(`data/column/${name}`) ?? '');
      const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(
        read(`${table}.schema.json`),
      );
      const document = read(`${table}.json`);
      expect(document.rows.length).toBeGreaterThan(0);
      expect(fits(document), JSON.stringify(fits.errors)).toBe(true);
      const [first, ...rest] = document.rows;
      expect(fits({ ...document, rows: [{ ...first, 多余: 1 }, ...rest] })).toBe(false);
    },
  );

  it('print nothing of the content as markup', () => {
    for (const [path, text] of made()) {
      if (!path.endsWith('.html')) continue;
      expect([path, /<script|<b>/.test(text)]).toEqual([path, false]);
    }
  });

  it('tell each change of an entry, its first day and its digest', () => {
    const page = made().get('history/a/index.html') ?? '';
    expect(page).toContain('2023-05-29');
    expect(page).toContain('正文增加：“&lt;b&gt;新&lt;/b&gt;”');
    expect(page).toMatch(/校验值（SHA-256）为 <code><i class="text">[0-9a-f]{64}<\/i><\/code>/);
  });

  it('say that the history is not at hand where it is not, and show none', () => {
    const files = made(undefined);
    // `undefined` takes the default above; an absent history is told by its own call.
    const without = new Map(
      [...published(records(input(), undefined, '2024-06-01'))].map(({ path, bytes }) => [
        path,
        bytes,
      ]),
    );
    expect(files.get('ledger/index.html')).not.toContain('修订记录不可用');
    expect(without.get('ledger/index.html')).toContain('修订记录不可用');
    expect(without.get('history/a/index.html')).toContain('修订记录不可用');
    expect(without.get('data/column/ledger.csv')).not.toContain('2023-06-30');
  });

  it('name the next re-assessment of what is withheld, and that it has passed', () => {
    expect(made().get('ledger/withheld/index.html')).toContain('2024-05-29（已过）');
    expect(made(HISTORY, '2024-05-01').get('ledger/withheld/index.html')).not.toContain('（已过）');
  });

  it('give each unit its page and calendar', () => {
    const files = made();
    expect(files.get('coverage/units/education/index.html')).toContain('县教育局的职责和时限');
    expect(files.get('coverage/units/education/duties.ics')).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it('are the only files that a new day changes', () => {
    const place = input();
    const data = () => [...openData(place)].map(({ bytes }) => String(bytes));
    expect(data()).toEqual(data());
    expect(made(HISTORY, '2024-06-01')).not.toEqual(made(HISTORY, '2024-06-02'));
  });
});

describe('the page for people who use data', () => {
  it('shows examples that run, against a site that is served', async () => {
    const { outDir } = await workshop();
    const place = input();
    await writeFolder(path.join(outDir, 'shili'), openData(place));
    const served = await serve({ dir: outDir, port: 0 });
    const said: string[] = [];
    for (const { code } of examples(`${served.url}shili/`)) {
      const run = promisify(execFile);
      said.push((await run(process.execPath, ['--input-type=module', '-e', code])).stdout);
    }
    await served.close();
    expect(said).toEqual([`${place.column.entries.length}\n`, '一致\n']);
    const page = [...published(openData(place))].find(({ path: at }) => at === 'data/index.html');
    for (const { title } of examples('/')) expect(page?.bytes).toContain(title);
  });

  it('has every list once, under the fold of its form, in every format', () => {
    const place = input();
    const page = [...published(openData(place))].find(({ path: at }) => at === 'data/index.html');
    const folds = [...String(page?.bytes).matchAll(/<fold>.*?<\/fold>/gsu)].join('');
    for (const { id, table } of place.column.entries.filter((entry) => entry.table)) {
      expect(folds).toContain(`，${table?.rows} 行：`);
      for (const end of ['csv', 'xlsx', 'json', 'schema.json'])
        expect(folds.split(`data/${id}.${end}"`)).toHaveLength(2);
    }
  });
});
