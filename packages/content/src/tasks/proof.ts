import { ID_PATTERN } from '@columns/standard';
import { entryIds } from '../tables/listed.ts';

/** What stands for every county below, in a list of a level above them. */
export const EACH_COUNTY = '各县区';

/** What shows that a task was done, as a ledger names it: an entry or a page, of this column or another. */
export interface NamedProof {
  /** As it is written. */
  readonly text: string;
  /** Absent for the ledger's own column; `EACH_COUNTY` for all below it. */
  readonly county?: string;
  /** An entry's id, or a page's path below the base: `map/`. */
  readonly target: { readonly entry: string } | { readonly page: string };
}

const ENTRY = /^(?:([a-z0-9-]+)\/)?([a-z0-9-]+)$/;
const PAGE = new RegExp(`^([a-z0-9-]+|${EACH_COUNTY})?/((?:[a-z0-9-]+/)+)$`);

export const PROOF_FORM = `信息的编号（文件名去掉扩展名），或专栏的页面，如 /map/；其他县区的前面加它的编号，如 jinzhai/map/，全部县区写 ${EACH_COUNTY}/map/；几个用“、”隔开`;

/** One proof of a cell; nothing where it is none. */
export function readProof(text: string): NamedProof | undefined {
  const [, above, page] = PAGE.exec(text) ?? [];
  if (page !== undefined)
    return { text, ...(above === undefined ? {} : { county: above }), target: { page } };
  const [, county, entry] = ENTRY.exec(text) ?? [];
  if (entry === undefined || !ID_PATTERN.test(entry)) return undefined;
  return { text, ...(county === undefined ? {} : { county }), target: { entry } };
}

/** The proofs of a cell; what is none is told where cells are judged. */
export function proofsIn(cell: string): NamedProof[] {
  return entryIds(cell).flatMap((one) => readProof(one) ?? []);
}

/** Columns of a ledger that name proofs, with what each is called where it leads. */
export const PROOF_COLUMNS = ['佐证', '报告'] as const;
