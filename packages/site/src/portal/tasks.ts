import { EACH_COUNTY } from '@columns/content';
import type { CountySummary } from '@columns/export/portal';
import { NO_SUMMARY } from './counties.ts';
import { type Content, escapeHtml, link, markup, NONE, wideTable } from './html.ts';
import type { City, Member } from './members.ts';

type Task = CountySummary['tasks'][number]['tasks'][number];
type Proof = CountySummary['proofs'][number]['proofs'][number];

/**
 * 任务 × 县区: what each county has to show for each task of a list. A proof that the list names and the county
 * does not have is said to be missing; of a county without a summary nothing is known, and that is said too.
 */
export function tasksHtml({ own, members }: City, id: string): string {
  const tasks = (own.summary?.tasks.find((list) => list.id === id)?.tasks ?? []).filter(
    ({ below }) => below.length > 0,
  );
  if (tasks.length === 0) return '<p class="empty">清单没有写各县区的佐证。</p>';
  const known = members.filter(({ summary }) => summary !== undefined);
  const unknown = members.filter(({ summary }) => summary === undefined);
  const proofs = new Map(
    known.map((member) => [member, proofsOf(member, `${own.column.county}/${id}`)] as const),
  );
  const elsewhere = strangers(tasks, members);
  return [
    `<p>清单中有 ${tasks.length} 行写了各县区的佐证。没有列出的，不等于没有做。</p>`,
    ...(unknown.length > 0 ? [note(`${NO_SUMMARY}：${names(unknown)}`)] : []),
    ...(elsewhere.length > 0 ? [note(`清单写到而网站中没有的县区：${elsewhere.join('、')}`)] : []),
    wideTable({
      caption: '各县区的佐证',
      words: true,
      head: ['任务', ...members.map(({ column }) => column.name)],
      rows: tasks.map((task): Content[] => [
        markup(`<span id="row-${task.row}">${escapeHtml(`${task.number}. ${task.title}`)}</span>`),
        ...members.map((member) => cell(member, task, proofs.get(member))),
      ]),
    }),
  ].join('\n');
}

const note = (text: string) => `<p class="note">${escapeHtml(text)}。</p>`;
const names = (members: readonly Member[]) => members.map(({ column }) => column.name).join('、');

function proofsOf({ summary }: Member, ledger: string): ReadonlyMap<number, readonly Proof[]> {
  const rows = (summary?.proofs ?? []).filter((one) => one.ledger === ledger);
  return new Map(rows.map(({ row, proofs }) => [row, proofs]));
}

function cell(
  { column: { county, path } }: Member,
  task: Task,
  proofs: ReadonlyMap<number, readonly Proof[]> | undefined,
): Content {
  const named = task.below.filter((one) => one.county === county || one.county === EACH_COUNTY);
  if (named.length === 0) return NONE;
  if (proofs === undefined) return NO_SUMMARY;
  const found = proofs.get(task.row) ?? [];
  const lines = found.map(
    ({ title, address, example }) => link(path + address, title).html + (example ? '（示例）' : ''),
  );
  const missing = named.length - found.length;
  if (missing > 0) lines.push(escapeHtml(`${missing} 处佐证不存在或已撤回`));
  return markup(lines.join('<br>'));
}

/** Counties that the list names and that have no column here. */
function strangers(tasks: readonly Task[], members: readonly Member[]): string[] {
  const have = new Set([EACH_COUNTY, ...members.map(({ column }) => column.county)]);
  const named = tasks.flatMap(({ below }) => below.map(({ county }) => county));
  return [...new Set(named)].filter((county) => !have.has(county)).sort();
}
