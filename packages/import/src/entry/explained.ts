import { squeeze } from '@columns/office/words';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
import type { KnownPolicy, Setting } from './setting.ts';

/** Words of a title that many have. */
const STOCK = /^.{0,30}?(?:关于)?(?:印发|转发)|的?(?:通知|公告|意见)$|[《》“”〈〉]/g;

/** The documents that an interpretation names by number or by title, among those that the county has. */
export function explainedBy(
  text: string,
  { policies = [], set }: Setting,
  remarks: Remark[],
): { interprets?: readonly string[] } | undefined {
  if (set['interprets'] !== undefined) return {};
  const plain = squeeze(text);
  const found = policies.filter((policy) => isNamed(policy, plain)).map(({ id }) => id);
  if (found.length > 0) {
    remarks.push(remark('guessed', `所解读的文件按标题和文号找到：${found.join('、')}，请核对`));
    return { interprets: found };
  }
  remarks.push(
    remark(
      'missing',
      '像是政策解读，没有找到所解读的文件：先导入文件，或加上 --kind interpretation --set 所解读的文件=编号',
    ),
  );
  return undefined;
}

function isNamed({ title, docNumber }: KnownPolicy, text: string): boolean {
  if (docNumber !== undefined && text.includes(squeeze(docNumber))) return true;
  const words = squeeze(title).replaceAll(STOCK, '');
  return words.length >= 6 && text.includes(words);
}
