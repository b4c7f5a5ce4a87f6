import type { Entry, EntryOf } from '@columns/content';
import { isOpen } from '@columns/content';
import type { FormGroup, RegisterForm } from '@columns/standard';
import { formGroups } from '@columns/standard';
import { getColumn, getKind, getRelations } from './column.ts';

type Register = EntryOf<'register'>;

/** The lists of one form: those in force, and those that a newer one took the place of. */
export interface FormLists {
  readonly form: RegisterForm;
  readonly current: readonly Register[];
  readonly older: readonly Register[];
}

export interface ListGroup {
  readonly id: FormGroup;
  readonly name: string;
  readonly forms: readonly FormLists[];
}

/** Registers by the groups of their forms; task ledgers have their own page. */
export function listGroups(): ListGroup[] {
  const { forms } = getColumn();
  const registers = getKind('register');
  const groups = (Object.keys(formGroups) as FormGroup[]).filter((id) => id !== 'tasks');
  return groups.map((id) => ({
    id,
    name: formGroups[id],
    forms: forms
      .filter(({ group }) => group === id)
      .map((form) => {
        const own = registers.filter(({ data }) => data.form === form.name);
        return {
          form,
          current: own.filter((entry) => !isAdjusted(entry)),
          older: own.filter(isAdjusted),
        };
      }),
  }));
}

/** Registers of no form, newest first. */
export function otherLists(): Register[] {
  return getKind('register').filter(({ data }) => data.form === undefined);
}

/** Whether a newer version took this list's place: 已调整. */
export function isAdjusted(entry: Entry): boolean {
  return getRelations(entry.id).replacedBy !== undefined;
}

/** A directory that is open to all and in force: one thing a row, an element a column. */
export function isDirectory(entry: Entry): boolean {
  const form = getColumn().forms.find(({ id }) => id === entry.table?.form);
  return form?.elements === true && isOpen(entry) && !isAdjusted(entry);
}
