import { kindName } from '@columns/content';
import { renderMarkdown } from '@columns/content/markdown';
import { ABRIDGED, documentFacts, markText, withdrawnText } from '@columns/theme/facts';
import { sentenceOf } from '../text/form-words.ts';
import type { Table } from '../text/table.ts';
import { type Element, h, type ImmutableMap } from './decap-global.ts';
import type { Judged } from './findings.ts';
import { type JudgedForm, judgedForm } from './form/judged.ts';
import { jumpTo } from './form/jump.ts';

interface PreviewProps {
  readonly entry: ImmutableMap;
}

/** Rows that the preview shows; the table itself has them all. */
const SHOWN_ROWS = 30;

/** The entry as its page will show it, below what the rules find. Nothing of it runs as code. */
export function Preview({ entry }: PreviewProps): Element {
  const values = entry.get('data') as ImmutableMap | undefined;
  const data = values?.toJS() ?? {};
  const listed = Array.isArray(data['attachments']) ? data['attachments'] : [];
  const judged = judgedForm(entry);
  const given = data['rows'] as Partial<Table> | undefined;
  const table = given?.columns && given.rows ? (given as Table) : undefined;
  return h(
    'div',
    { className: 'editor-preview' },
    findingsBox(judged),
    h(
      'main',
      { id: 'main', className: 'wrap' },
      notes(data),
      h('article', null, ...article(data, judged, table)),
      attachmentList(listed),
    ),
  );
}

function article(
  data: Record<string, unknown>,
  { entry, reading }: Judged,
  table: { columns: readonly string[]; rows: readonly (readonly string[])[] } | undefined,
): unknown[] {
  const title = String(data['title'] ?? '');
  const heading = h('h1', { className: 'entry-title' }, title || '（还没有标题）');
  if (entry?.data.withdrawn) {
    return [heading, h('p', null, withdrawnText(entry.data.withdrawn))];
  }
  const facts = entry && reading.column ? documentFacts(reading.column, entry) : [];
  const header = h(
    'dl',
    { className: 'document-header' },
    ...facts.map(({ label, value, long }) =>
      h('div', long ? { className: 'wide' } : null, h('dt', null, label), h('dd', null, value)),
    ),
  );
  const mark = entry && markText(entry.data);
  // Links and pictures lead nowhere here: the address they will have does not exist yet.
  const { html } = renderMarkdown(String(data['body'] ?? ''), { resolve: () => undefined });
  return [
    heading,
    abridgedNote(entry),
    facts.length > 0 ? header : null,
    table ? tableElement(table, title) : null,
    h('div', { className: 'prose', dangerouslySetInnerHTML: { __html: html } }),
    mark === undefined ? null : h('p', { className: 'attribute' }, mark),
  ];
}

/** As the page has it below the title. */
function abridgedNote(entry: Judged['entry']): Element | null {
  const { abridged, source } = entry?.data ?? {};
  if (abridged === undefined) return null;
  const text = `。原件：${abridged.of}。来源：${source}。`;
  return h('p', { className: 'abridged' }, h('strong', null, ABRIDGED), text);
}

function tableElement(
  { columns, rows }: { columns: readonly string[]; rows: readonly (readonly string[])[] },
  title: string,
): Element {
  const rest = rows.length - SHOWN_ROWS;
  return h(
    'div',
    { className: 'register' },
    h(
      'div',
      { className: 'register-scroll' },
      h(
        'table',
        { className: 'register-table' },
        h(
          'caption',
          null,
          `${title}（共 ${rows.length} 条${rest > 0 ? `，这里只显示前 ${SHOWN_ROWS} 条` : ''}）`,
        ),
        h('thead', null, h('tr', null, ...columns.map((name) => h('th', { scope: 'col' }, name)))),
        h(
          'tbody',
          null,
          ...rows
            .slice(0, SHOWN_ROWS)
            .map((row) =>
              h(
                'tr',
                null,
                ...columns.map((name, i) => h('td', { 'data-label': name }, row[i] ?? '')),
              ),
            ),
        ),
      ),
    ),
  );
}

function notes(data: Record<string, unknown>): Element | null {
  return data['example'] === true
    ? h('p', { className: 'note' }, '示例：本页内容为演示而写，不是真实文件。')
    : null;
}

function attachmentList(listed: readonly { file?: unknown; name?: unknown }[]): Element | null {
  if (listed.length === 0) return null;
  return h(
    'section',
    null,
    h('h2', null, '附件'),
    h(
      'ul',
      { className: 'files' },
      ...listed.map(({ file, name }) => h('li', null, `${name ?? ''}（${file ?? ''}）`)),
    ),
  );
}

const LEVELS = { error: '错误', warning: '提醒' } as const;

/** What is found of the entry, each leading to its field of the form. */
function findingsBox({ said, entry }: JudgedForm): Element {
  const errors = said.filter(({ level }) => level === 'error').length;
  const say =
    said.length === 0
      ? '没有发现问题。附件里的文字和与其他信息的关系，提交后还要检查。'
      : `发现 ${errors} 个错误、${said.length - errors} 个提醒${errors > 0 ? '；有错误时不能发布' : ''}。点一条，到填写它的地方。`;
  return h(
    'section',
    { className: 'editor-findings', 'data-errors': errors, 'aria-live': 'polite' },
    h('p', null, h('strong', null, entry ? `${kindName(entry.data.kind)}：${say}` : say)),
    said.length === 0
      ? null
      : h(
          'ul',
          null,
          ...said.map((finding) => {
            const { level, rule, name } = finding;
            const text = `${LEVELS[level]}：${sentenceOf(finding)}`;
            return h(
              'li',
              { className: level, 'data-rule': rule },
              name === undefined
                ? text
                : h('button', { type: 'button', onClick: () => jumpTo(name) }, text),
            );
          }),
        ),
  );
}
