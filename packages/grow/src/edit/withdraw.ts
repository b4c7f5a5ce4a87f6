import { firstDay, isRealDay } from '@columns/content';
import type { Standard } from '@columns/standard';
import { refuse } from '../fault.ts';
import { filesOf, surroundings } from './county.ts';
import { Edits } from './edits.ts';
import { setField } from './head.ts';
import type { ContentPlan } from './plan.ts';
import { pointers } from './references.ts';
import { tell } from './tell.ts';
import { tryPlan } from './trial.ts';

/** As they were typed. */
export interface Withdrawal {
  readonly reason: string | undefined;
  readonly date: string | undefined;
}

/**
 * An entry withdrawn: it keeps file and address, and its page shows only title, date and reason
 * (contract 3). Writes nothing. @throws GrowFaults naming all that stands in the way
 */
export function planWithdrawal(
  contentRoot: string,
  county: string,
  id: string,
  { reason = '', date }: Withdrawal,
  standard: Standard,
): ContentPlan {
  const around = surroundings(contentRoot, county, id, standard);
  const { entry } = around;
  const { withdrawn, published } = entry.data;
  const faults: string[] = [];
  if (withdrawn) faults.push(`“${id}”已于 ${withdrawn.date} 撤回：${withdrawn.reason}`);
  if (reason.trim() === '' || /[\r\n]/.test(reason))
    faults.push('请用 --reason 写明撤回原因（一行），如 --reason "名单有误，重新核对后发布"');
  if (date === undefined) faults.push('请用 --date 写明撤回日期，如 --date 2026-11-22');
  else if (!isRealDay(date))
    faults.push(`“${date}”不是确实存在的日期：写作“年-月-日”，如 2026-11-22`);
  else if (date < firstDay(published)) faults.push(`撤回日期 ${date} 早于发布日期 ${published}`);
  refuse(faults);

  const edits = new Edits(contentRoot);
  setField(edits.of(entry.file), 'withdrawn', { date: date as string, reason: reason.trim() });
  const still = pointers(around);
  const files = filesOf(around).filter((file) => file !== entry.file);
  const plan = tell([], edits, [
    '网页只显示标题、撤回日期和原因，地址不变；附件、数据表、检索和修订记录中的内容一并撤下。',
    ...(still.length === 0 ? [] : [`仍有 ${still.length} 处提到它，请逐处核对：`, ...still]),
    `原文${files.length === 0 ? '' : `和 ${files.length} 个附属文件`}仍在仓库中，人人可见；因泄露个人信息等撤回的，还要删去正文、数据表和附件，并立即请维护人员照 SECURITY.md（Taking something down for good）逐处清除，包括网页归档（archives/ 和已送存的 .wacz）。`,
  ]);
  tryPlan(around, plan);
  return plan;
}
