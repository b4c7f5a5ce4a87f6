/** A county with an entry of every kind in every form, made from the fixture county's. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Entry, KINDS, type Kind, readColumn } from '@columns/content';
import { loadStandard, type RegisterForm } from '@columns/standard';
import { z } from 'zod';

/** Further facts that a page shows in ways of their own, on whatever kind has them. */
const STATES = {
  'on-request': 'attachments:\nattribute:\n  type: 依申请\n  grounds: 涉及第三方',
  withheld: 'attachments:\nattribute:\n  type: 不予\n  grounds: 《政府信息公开条例》第十六条',
  withdrawn: 'withdrawn:\n  date: 2026-02-01\n  reason: 内容有误',
  abridged:
    'abridged:\n  of: 青政办〔2025〕3号\n  address: https://www.gov.cn/a.html\nsource: 青政办〔2025〕3号第二条',
  marked: 'attribute:\n  type: 主动\n  mark: （此件主动公开）',
  kept: 'index-number: QS-0001\ntopic: 综合政务/政务公开\nkeywords: [公开, 示例]\nsummary: 一句话\nlevel: county',
} as const;

/** Writes the county below `root` and gives the names of what is there: `<kind> <form>`. */
export function writeEveryForm(fixtures: string, root: string, county: string): Set<string> {
  cpSync(fixtures, root, { recursive: true });
  const standard = loadStandard();
  const { column } = readColumn(root, county, standard);
  const bases = new Map(
    (column?.entries ?? []).filter(isBase).map((entry) => [entry.data.kind, entry]),
  );
  const made = new Set<string>();
  for (const [kind, base] of bases) {
    const own = new Copies(root, base);
    for (const form of formsOf(KINDS[kind] as unknown as Kind)) {
      own.write(`form-${made.size}`, (text) => text.replace(/^form: .*$/m, `form: ${form}`));
      made.add(`${kind} ${form}`);
    }
    for (const [state, lines] of Object.entries(STATES)) {
      const closed = /type: (?:依申请|不予)/.test(lines);
      own.write(state, (text) => withLines(text, lines, closed), closed ? NOTHING : undefined);
      made.add(`${kind} ${state}`);
    }
    if (kind === 'register') {
      for (const form of standard.forms.filter(
        ({ id, columns }) => columns.length > 0 && id !== 'tasks',
      )) {
        const rows = [1, 2, 3, 11].includes(made.size % 12) ? 12 : 3;
        own.write(
          `of-${form.id}`,
          (text) => text.replace(/^form: .*$/m, `form: ${form.name}`),
          tableOf(form, rows),
        );
        made.add(`${kind} ${form.name}`);
      }
    }
  }
  return made;
}

const isBase = ({ data, format }: Entry): boolean =>
  format === 'md' && data.attribute.type === '主动' && data.withdrawn === undefined;

function formsOf(kind: Kind): readonly string[] {
  const form: unknown = kind.shape['form'];
  return form instanceof z.ZodEnum ? (form.options as string[]) : [];
}

/** Copies of an entry under other ids, with all that lies beside it. */
class Copies {
  readonly #file: string;
  readonly #id: string;
  constructor(root: string, { file, id }: Entry) {
    this.#file = join(root, file);
    this.#id = id;
  }

  write(name: string, change: (text: string) => string, table?: string): void {
    const id = `${this.#id}-${name}`;
    const to = join(dirname(this.#file), `${id}.md`);
    const text = readFileSync(this.#file, 'utf8').replaceAll(`](${this.#id}/`, `](${id}/`);
    // One matter is one document's; addresses are one page's.
    const plain = text.replace(/^(?:matter|replaces|formerly):.*\n(?: .*\n)*/gm, '');
    const other = plain.replace(/^title: (.*)$/m, (_, title: string) => `title: ${title}之${name}`);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, change(other));
    const [csv, folder] = [this.#file.replace(/\.md$/, '.csv'), this.#file.replace(/\.md$/, '')];
    if (table === NOTHING) return;
    if (table !== undefined) writeFileSync(to.replace(/\.md$/, '.csv'), table);
    else if (existsSync(csv)) cpSync(csv, to.replace(/\.md$/, '.csv'));
    if (existsSync(folder)) cpSync(folder, to.replace(/\.md$/, ''), { recursive: true });
  }
}

/** Of what is not open to all nothing but the head lies in the repository. */
const NOTHING = '';

/** Front matter with these fields in the place of those of the same names. */
function withLines(text: string, lines: string, closed: boolean): string {
  const names = [...lines.matchAll(/^([a-z-]+):/gm)].map(([, name]) => name);
  const field = new RegExp(`^(?:${names.join('|')}):.*\\n(?: .*\\n)*`, 'gm');
  const [, head = '', body = ''] = /^---\n(.*?)^---\n(.*)$/ms.exec(text) ?? [];
  const kept = closed ? '' : body;
  // A file that is named lies nowhere then.
  const own = closed ? head.replace(/^draft: .*$/m, 'draft: 正文') : head;
  return `---\n${own.replaceAll(field, '')}${lines.replace('attachments:\n', '')}\n---\n${kept}`;
}

const CELLS: Readonly<Record<string, (row: number) => string>> = {
  amount: (row) => `${row}.5`,
  count: (row) => String(row),
  day: (row) => `2025-03-${String(row).padStart(2, '0')}`,
  date: () => '2025-03',
  person: () => '张三',
  'masked-person': () => '张某',
  'masked-id': () => '51*************02X',
  'masked-phone': () => '138****0000',
  'masked-account': () => '6222************001',
  'town-address': () => '东山镇',
  entries: () => '',
};

function tableOf({ columns }: RegisterForm, rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) =>
    columns
      .map((column) => {
        if (column.type === 'choice') return column.values?.[at % column.values.length] ?? '';
        const own = CELLS[column.type];
        return own ? own(at + 1) : `${column.name.replaceAll(/[（(].*/g, '')}${at + 1}`;
      })
      .join(','),
  );
  return `${[columns.map(({ name }) => name).join(','), ...lines].join('\n')}\n`;
}
