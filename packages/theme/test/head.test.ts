import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readColumn, shownColumn } from '@columns/content';
import { dataFiles } from '@columns/export/files';
import { loadStandard } from '@columns/standard';
import { headTagFaults, htmlFiles, listFiles, pageFacts } from '@columns/testkit/site';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, buildApp } from './build.ts';
import { officialContent } from './official.ts';
import { listedPages } from './page-list.ts';
import { schemaFaults } from './schema-org.ts';

const SITE = 'https://www.example.gov.cn';
const LICENCE = 'https://www.example.gov.cn/licence/';
let official: ReturnType<typeof officialContent>;
let site: BuiltApp;
const read = (path: string) => readFileSync(join(site.dist, path, 'index.html'), 'utf8');
const tagsOf = (path: string) =>
  Object.fromEntries(pageFacts(read(path)).tags.map(({ name, content }) => [name, content]));

interface Node {
  readonly '@type': string;
  readonly [property: string]: unknown;
}
/** The nodes of a page's only JSON-LD block. */
function graphOf(path: string): readonly Node[] {
  const { data } = pageFacts(read(path));
  expect(data).toHaveLength(1);
  return JSON.parse(data[0] ?? '')['@graph'];
}

beforeAll(async () => {
  official = officialContent();
  appendFileSync(
    join(official.content, 'qingshan/county.yaml'),
    `open-data: { licence: { name: 可以免费使用，须注明来源, address: "${LICENCE}" } }\n`,
  );
  site = await buildApp({ content: official.content, env: { SITE } });
  expect(site.code, site.output).toBe(0);
});

afterAll(() => {
  site?.remove();
  official?.remove();
});

describe('the tags that 国办发〔2017〕47号 asks for', () => {
  test('are on every page, of the right names, none of them empty or twice there', () => {
    expect(headTagFaults({ folder: site.dist, base: '/qingshan/' })).toEqual([]);
  });

  test('tell an article’s title, moment, source and address', () => {
    expect(tagsOf('2024/aid-rules')).toMatchObject({
      SiteName: '青山县基层政务公开专栏',
      SiteDomain: 'www.example.gov.cn',
      SiteIDCode: '0000000001',
      ColumnName: '政策文件',
      ColumnType: '政策文件',
      ArticleTitle: '青山县社会救助实施办法',
      PubDate: '2024-05-28 00:00',
      ContentSource: '县政府办公室',
      Keywords: '社会救助,低保',
      Url: `${SITE}/qingshan/2024/aid-rules/`,
    });
  });

  test('tell what a list is the list of', () => {
    expect(tagsOf('domains/social-assistance')).toMatchObject({
      ColumnName: '社会救助',
      ColumnType: '基层政务公开',
    });
    expect(tagsOf('domains/social-assistance')).not.toHaveProperty('ArticleTitle');
  });
});

describe('a real column', () => {
  test('shows the prescribed marks at the foot of every page', () => {
    for (const file of htmlFiles(listFiles(site.dist))) {
      if (file.startsWith('kiosk/')) continue;
      const html = readFileSync(join(site.dist, file), 'utf8');
      const foot = html.slice(html.indexOf('<footer'));
      for (const mark of [
        'href="https://mark.example.gov.cn/"',
        'https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=0000000001',
        '青山县人民政府办公室',
        '0000000001',
        '示例ICP备00000001号',
        '示例公网安备00000000000001号',
        '0000-0000001',
      ])
        expect(foot, `${file} ${mark}`).toContain(mark);
    }
  });

  test('links to itself by paths, so that no link looks as if it left', () => {
    for (const file of htmlFiles(listFiles(site.dist))) {
      const html = readFileSync(join(site.dist, file), 'utf8');
      const links = pageFacts(html).references.filter(({ where }) => where === 'a[href]');
      expect(
        links.filter(({ value }) => value.startsWith(SITE)),
        file,
      ).toEqual([]);
    }
  });

  test('asks to be found and says nowhere that it is a demonstration', () => {
    for (const file of htmlFiles(listFiles(site.dist))) {
      const html = readFileSync(join(site.dist, file), 'utf8');
      expect(html, file).not.toContain('演示专栏');
      if (!file.startsWith('kiosk/')) expect(html, file).not.toContain('noindex');
    }
  });
});

describe('JSON-LD', () => {
  test('fits schema.org on every sort of page', { timeout: 120_000 }, () => {
    const paths = new Set(listedPages('qingshan').map(({ path }) => path.replace(/\?.*$/, '')));
    // One block of each shape: the same properties with other words tell the compiler nothing new.
    const shapes = new Map<string, [string, string]>();
    for (const path of paths) {
      if (path.endsWith('.html')) continue;
      const [block] = pageFacts(read(path)).data;
      const shape = block?.match(/"@?\w+":/g)?.join('');
      if (block !== undefined && shape !== undefined) shapes.set(shape, [path, block]);
    }
    const blocks = Object.fromEntries(shapes.values());
    const types = ['BreadcrumbList', 'Dataset', 'GovernmentOrganization', 'GovernmentService'];
    for (const type of [...types, 'Legislation'])
      expect(JSON.stringify(blocks)).toContain(`@type\\":\\"${type}\\"`);
    const folder = mkdtempSync(join(import.meta.dirname, '../node_modules/.blocks-'));
    const wrong = '{"@context":"https://schema.org","@graph":[{"@type":"Dataset","nmae":"甲"}]}';
    const faults = schemaFaults(folder, { ...blocks, wrong });
    rmSync(folder, { recursive: true });
    expect(faults).toEqual([expect.stringMatching(/^wrong: .*nmae/)]);
  });

  test('names the government on the home page', () => {
    expect(graphOf('')).toMatchObject([
      { '@type': 'GovernmentOrganization', name: '青山县人民政府办公室', url: `${SITE}/qingshan/` },
    ]);
  });

  test('tells the way to every other page, whole addresses and positions from 1 on', () => {
    expect(graphOf('2024/aid-rules')[0]).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, name: '首页', item: `${SITE}/qingshan/` },
        { position: 2, name: '政策文件', item: `${SITE}/qingshan/kinds/policy/` },
        { position: 3, name: '青山县社会救助实施办法' },
      ],
    });
  });

  test('makes of a policy a Legislation, in force or not, with what it ended', () => {
    expect(graphOf('2024/aid-rules')[1]).toMatchObject({
      '@type': 'Legislation',
      legislationIdentifier: '示例发〔2024〕1号',
      legislationLegalForce: 'https://schema.org/InForce',
      legislationRepeals: [{ url: `${SITE}/qingshan/2024/old-rules/` }],
    });
    expect(graphOf('2024/old-rules')[1]).toMatchObject({
      legislationLegalForce: 'https://schema.org/NotInForce',
    });
  });

  test('makes of a register a Dataset, with files that are there', () => {
    const [, dataset] = graphOf('2025/schools');
    expect(dataset).toMatchObject({ '@type': 'Dataset', name: '青山县义务教育学校名录' });
    const files = dataset?.['distribution'] as { contentUrl: string }[];
    const built = new Set(listFiles(site.dist).map((file) => `${SITE}/qingshan/${file}`));
    for (const { contentUrl } of files) expect(built).toContain(contentUrl);
  });

  test('says of a register what the catalogue of data says of it', () => {
    const { column } = readColumn(official.content, 'qingshan', loadStandard());
    if (!column) throw new Error('The fixture has no column.');
    const made = dataFiles(shownColumn(column), official.content, `${SITE}/qingshan/`);
    const catalogue = [...made].find(({ path }) => path === 'data.json');
    const { dataset: sets, '@included': included } = JSON.parse(String(catalogue?.bytes));
    const named = (id: string) => included.find((node: Node) => node['@id'] === id);
    const set = sets.find(({ identifier }: Node) => identifier === 'qingshan/schools');
    const [, dataset] = graphOf('2025/schools');
    expect(dataset).toMatchObject({
      ...{ name: set.title, description: set.description, url: set.landingPage['@id'] },
      ...{ license: LICENCE, datePublished: set.issued['@value'] },
      publisher: {
        name: named(set.publisher).name,
        contactPoint: { name: named(set.contactPoint).fn },
      },
    });
    for (const { licence } of set.distribution) expect(licence).toBe(LICENCE);
    const addresses = set.distribution.map((one: Node) => one['downloadURL']);
    const files = dataset?.['distribution'] as Node[];
    expect(addresses).toEqual(expect.arrayContaining(files.map((file) => file['contentUrl'])));
  });

  test('makes of a guide a GovernmentService', () => {
    expect(graphOf('2025/minimum-living')[1]).toMatchObject({ '@type': 'GovernmentService' });
  });

  test('says nothing of what was withdrawn or withheld', () => {
    for (const path of ['2025/wrong-notice', '2025/withheld-record'])
      expect(graphOf(path).map((node) => node['@type'])).toEqual(['BreadcrumbList']);
  });
});
