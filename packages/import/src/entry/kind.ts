import type { KindId } from '@columns/content';
import type { Block } from '@columns/office/paper';
import { squeeze } from '@columns/office/words';
import type { Facts } from '../facts/facts.ts';
import { isReport } from './fields/annual-report.ts';
import { GUIDE_LABELS, guideLabels } from './fields/guide.ts';

const RULES = /印发|方案|办法|意见|规定|细则|条例|制度|规划|决定|要点|预案/;
const GOVERNMENT = /(?:人民政府|政府|管委会|委员会|办公室|办公厅)$/;

const EXPLAINS = /解读|答记者问|政策问答|一图读懂|图解/;

/** The kind that a document's title, number and parts speak for, when nobody has said it. */
export function guessKind(facts: Facts, blocks: readonly Block[] = []): KindId {
  const title = squeeze(facts.title ?? '');
  if (isReport(title, blocks)) return 'annual-report';
  if (facts.docNumber === undefined) {
    if (EXPLAINS.test(title)) return 'interpretation';
    const isGuide = /(?:办事|服务|办理|申办)指南/.test(title);
    if (guideLabels(blocks) >= (isGuide ? 2 : GUIDE_LABELS + 2)) return 'guide';
  }
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
