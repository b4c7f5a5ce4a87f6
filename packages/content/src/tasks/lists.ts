import type { EntryLink } from '../column.ts';
import type { County } from '../county.ts';
import type { Entry, EntryOf } from '../entry.ts';
import { isKind } from '../entry.ts';
import type { CountyContent } from '../read/county.ts';
import { isOpen, shownOf } from '../shown.ts';
import type { RegisterTable } from '../tables/register-table.ts';
import { unitNamed } from '../unit-named.ts';
import { PROOF_PAGES } from './pages.ts';
import type { NamedProof } from './proof.ts';
import { EACH_COUNTY, PROOF_COLUMNS, proofsIn } from './proof.ts';
import type { TaskRow } from './rows.ts';
import { taskRows } from './rows.ts';

/** What shows that a task was done and can be looked at. */
export interface TaskProof {
  /** The column of the ledger: 佐证 or 报告. */
  readonly as: string;
  readonly title: string;
  /** `<base><year>/<id>/` or a page, without the environment's `BASE`. */
  readonly path: string;
  readonly county: string;
  readonly entry?: string;
  /** Below the base. */
  readonly page?: string;
  readonly example?: true;
  /** Its text is not the whole of the document. */
  readonly abridged?: true;
}

/** What is named of a county below, which is only known where its column is. */
export interface ProofBelow {
  readonly as: string;
  /** A county's id, or `EACH_COUNTY`. */
  readonly county: string;
  readonly text: string;
}

/** A task as lists, units' pages, duties and portals need it; what it demands word for word stays in the CSV. */
export interface ColumnTask
  extends Pick<TaskRow, 'row' | 'number' | 'title' | 'limit' | 'due' | 'state'> {
  /** Ids of the units, where the county lists them. */
  readonly leads: readonly string[];
  readonly units: readonly string[];
  readonly proofs: readonly TaskProof[];
  readonly below: readonly ProofBelow[];
}

/** A ledger that is open to all, of this column or of a level above it. */
export interface TaskList {
  readonly ledger: EntryLink;
  /** 清单类型. */
  readonly type?: string;
  /** The level above whose list it is. */
  readonly from?: string;
  /** Of a list from above, the proofs are those that this county has. */
  readonly tasks: readonly ColumnTask[];
}

/** Where a proof leads back to: a ledger, with the row in it. */
export interface TaskLink extends EntryLink {
  readonly as: string;
  readonly number: string;
  readonly task: string;
  readonly row: number;
}

type LinkTo = (entry: Entry, county: County) => EntryLink;

/** All task lists that bind a county: its own, newest first, then those from above. Pure. */
export function taskLists(
  content: CountyContent & { readonly county: County },
  entries: readonly Entry[],
  uppers: readonly CountyContent[],
  linkTo: LinkTo,
): TaskList[] {
  const levels = [{ ...content, entries }, ...uppers];
  const found = levels.flatMap((level) => ledgersOf(level).map((ledger) => ({ level, ...ledger })));
  if (found.length === 0) return [];
  const byName = new Map(
    levels.flatMap((level) => level.entries.map((entry) => [`${level.id}/${entry.id}`, entry])),
  );
  const counties = new Map(levels.map(({ id, county }) => [id, county]));
  const units = unitIds(content);
  const proof = (as: string, id: string, target: NamedProof['target']): TaskProof[] => {
    const county = counties.get(id);
    if (!county) return [];
    if ('page' in target) {
      const { page } = target;
      const title = PROOF_PAGES[page]?.title;
      return title === undefined ? [] : [{ as, title, path: county.base + page, county: id, page }];
    }
    const entry = byName.get(`${id}/${target.entry}`);
    // What was withdrawn shows nothing any more.
    if (!entry || shownOf(entry) === 'notice') return [];
    const { title, path, abridged } = linkTo(entry, county);
    return [
      {
        ...{ as, title, path, county: id, entry: entry.id },
        ...(entry.data.example === true ? { example: true as const } : {}),
        ...(abridged === undefined ? {} : { abridged }),
      },
    ];
  };
  return found.flatMap(({ level, entry, table }): TaskList[] => {
    const { county } = level;
    if (!county) return [];
    const own = level.id === content.id;
    const rows = taskRows(table.columns, table.rows);
    return [
      {
        ledger: linkTo(entry, county),
        ...(entry.data.type === undefined ? {} : { type: entry.data.type }),
        ...(own ? {} : { from: county.name }),
        tasks: rows.map((task, index) => {
          const named = proofsOfRow(table, index);
          const whose = (of: string | undefined) => of ?? level.id;
          const isBelow = ({ county: of }: NamedProof) => !counties.has(whose(of));
          return {
            row: task.row,
            number: task.number,
            title: task.title,
            limit: task.limit,
            due: task.due,
            state: task.state,
            leads: own ? units(task.leads) : [],
            units: own ? units(task.units) : [],
            proofs: named.flatMap(({ as, proof: one }) => {
              const of = whose(one.county);
              if (own) return isBelow(one) ? [] : proof(as, of, one.target);
              return of === content.id || of === EACH_COUNTY
                ? proof(as, content.id, one.target)
                : [];
            }),
            below: own
              ? named.flatMap(({ as, proof: one }) =>
                  isBelow(one) ? [{ as, county: whose(one.county), text: one.text }] : [],
                )
              : [],
          };
        }),
      },
    ];
  });
}

function ledgersOf({ entries, tables }: CountyContent) {
  return entries.flatMap((entry): { entry: EntryOf<'ledger'>; table: RegisterTable }[] => {
    const table = isKind(entry, 'ledger') && isOpen(entry) ? tables.get(entry.id) : undefined;
    return table ? [{ entry: entry as EntryOf<'ledger'>, table }] : [];
  });
}

/** What a row names, with the column in which it does. */
export function proofsOfRow(
  { columns, rows }: Pick<RegisterTable, 'columns' | 'rows'>,
  row: number,
): { readonly as: string; readonly column: number; readonly proof: NamedProof }[] {
  return PROOF_COLUMNS.flatMap((as) => {
    const column = columns.indexOf(as);
    const cell = rows[row]?.[column] ?? '';
    return cell === '' ? [] : proofsIn(cell).map((proof) => ({ as, column, proof }));
  });
}

/** Ids of units by their names in a plan, each looked for once. */
function unitIds(content: CountyContent & { readonly county: County }) {
  const { departments, towns, institutions } = content;
  const lists = { county: content.county.name, departments, towns, institutions };
  const known = new Map<string, string | undefined>();
  return (names: readonly string[]): string[] =>
    names.flatMap((name) => {
      if (!known.has(name)) known.set(name, unitNamed(name, lists)?.id);
      return known.get(name) ?? [];
    });
}

/** The tasks that each of a county's own entries proves, by its id. */
export function provenBy(lists: readonly TaskList[], county: string): Map<string, TaskLink[]> {
  const proven = new Map<string, TaskLink[]>();
  for (const { ledger, tasks } of lists) {
    for (const { row, number, title, proofs } of tasks) {
      for (const { as, entry, county: of } of proofs) {
        if (entry === undefined || of !== county) continue;
        const links = proven.get(entry) ?? [];
        links.push({ ...ledger, as, number, task: title, row });
        proven.set(entry, links);
      }
    }
  }
  return proven;
}
