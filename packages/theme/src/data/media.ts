import type { EntryOf } from '@columns/content';
import { getGroup } from './column.ts';
import { isAdjusted } from './lists.ts';
import { tableOf } from './registers.ts';

/** An account of a unit on a platform of others: a row of a register 政务新媒体. */
export interface Account {
  readonly name: string;
  readonly platform: string;
  readonly account: string;
  readonly host: string;
  readonly reviewer: string;
  readonly state: string;
  readonly updated: string;
  readonly address: string;
  readonly note: string;
}

export interface AccountList {
  readonly entry: EntryOf<'register'>;
  readonly accounts: readonly Account[];
}

/** The accounts of the county by the registers that hold now, newest first. */
export function accountLists(): AccountList[] {
  const registers = getGroup('form', '政务新媒体') as EntryOf<'register'>[];
  return registers
    .filter((entry) => entry.table !== undefined && !isAdjusted(entry))
    .map((entry) => {
      const { columns, rows } = tableOf(entry);
      return {
        entry,
        accounts: rows.map((cells) => {
          const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
          return {
            name: cell('名称'),
            platform: cell('平台'),
            account: cell('账号'),
            host: cell('主办单位'),
            reviewer: cell('审核岗位'),
            state: cell('状态'),
            updated: cell('最近更新'),
            address: cell('网址'),
            note: cell('备注'),
          };
        }),
      };
    });
}

export function accountCount(): number {
  return accountLists().reduce((sum, { accounts }) => sum + accounts.length, 0);
}
