import type { KindId } from '@columns/content';
import { squeeze } from '@columns/office/words';
import type { Facts } from '../facts/facts.ts';

const RULES = /印发|方案|办法|意见|规定|细则|条例|制度|规划|决定|要点|预案/;
const GOVERNMENT = /(?:人民政府|政府|管委会|委员会|办公室|办公厅)$/;

/** The kind that a document's title and number speak for, when nobody has said it. */
export function guessKind(facts: Facts): Extract<KindId, 'policy' | 'notice'> {
  const title = squeeze(facts.title ?? '');
  if (facts.issuer === undefined) return 'notice';
  if (facts.docNumber !== undefined) return 'policy';
  if (/公示|公告|通告|活动|招聘|结果|名单|情况表|一览表/.test(title)) return 'notice';
  if (RULES.test(title)) return 'policy';
  return GOVERNMENT.test(facts.issuer.split('、')[0] ?? '') && /通知|批复|函|通报/.test(title)
    ? 'policy'
    : 'notice';
}

/** 类别 of a notice by the last of these words in its title. */
export function noticeForm(title: string): '通知' | '公告' | '公示' | '动态' {
  const form = (['公示', '公告', '通知'] as const)
    .map((word) => ({ word, at: title.lastIndexOf(word) }))
    .sort((a, b) => b.at - a.at)[0];
  if (form !== undefined && form.at !== -1) return form.word;
  if (/通告|启事|公布|结果|名单|表$|公报|报告|指南|清单|制度/.test(title)) return '公告';
  return /通报|函|批复/.test(title) || RULES.test(title) ? '通知' : '动态';
}
