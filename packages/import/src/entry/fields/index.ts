import type { KindId } from '@columns/content';
import type { Block } from '@columns/office/paper';
import { textOf } from '@columns/office/paper';
import type { Remark } from '../../failure.ts';
import { reportFields } from './annual-report.ts';
import { guideFields } from './guide.ts';

/** What a document of a kind says in its tables and parts, as the fields of that kind. */
export interface FieldsOfKind {
  readonly fields: Readonly<Record<string, unknown>>;
  /** What no field holds. */
  readonly blocks: readonly Block[];
  readonly remarks: readonly Remark[];
}

/** The kind's own fields that a document holds; the text is what is left. */
export function fieldsOfKind(kind: KindId, title: string, blocks: readonly Block[]): FieldsOfKind {
  if (kind === 'guide') return guideFields(blocks);
  if (kind === 'annual-report') return reportFields(title, blocks);
  if (kind === 'interpretation')
    return { fields: { form: interpretationForm(title, blocks) }, blocks, remarks: [] };
  return { fields: {}, blocks, remarks: [] };
}

function interpretationForm(title: string, blocks: readonly Block[]): string {
  if (/问答|答记者问|答问/.test(title)) return '问答';
  if (/一图|图解|读懂/.test(title)) return '图解';
  if (/发布会/.test(title)) return '新闻发布会';
  const asked = blocks.filter(
    (block) => block.type === 'paragraph' && /[？?]$/.test(textOf(block).trim()),
  );
  return asked.length >= 3 ? '问答' : '文字';
}
