import type { AttachmentFacts } from '@columns/check/attachments';
import { faultText } from '@columns/check/attachments';
import type { PersonalType } from '@columns/check/personal';
import {
  findPersonal,
  mask,
  personalInCsv,
  personalInText,
  TYPE_NAMES,
} from '@columns/check/personal';
import type { Balance } from '../balance/index.ts';
import type { Draft } from '../entry/draft.ts';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
import { extensionOf } from '../read/sniff.ts';

/**
 * Personal data in an entry that is not written yet: its head, text, table, file names and
 * attachments. Values are masked; the report repeats none of them. A column is judged by the name it had in
 * the source: a mobile number under 联系电话 is nobody's duty phone because the item calls the column 监督电话.
 * What else is wrong with an attachment is told: it goes with the entry, and the check stops it.
 */
export async function personalIn(
  { files, renamed }: Pick<Draft, 'files' | 'renamed'>,
  sourceName: string,
  read: (name: string, bytes: Uint8Array) => Promise<AttachmentFacts>,
): Promise<{ personal: string[]; remarks: Remark[] }> {
  const remarks: Remark[] = [];
  const found = findPersonal(sourceName).map((datum) => told(datum.type, mask(datum), '文件名中'));
  for (const [path, content] of files) {
    const name = path.split('/').at(-1) ?? path;
    if (typeof content === 'string') {
      const hits =
        extensionOf(name) === 'csv' ? personalInCsv(content, renamed) : personalInText(content);
      const part = extensionOf(name) === 'csv' ? '数据表' : '正文';
      for (const { type, value, line, field } of hits) {
        found.push(
          told(type, value, `${part}第 ${line} 行${field === undefined ? '' : `“${field}”`}`),
        );
      }
    } else {
      const { personal, faults } = await read(name, content);
      const texts = faults.map((fault) => faultText(path, fault));
      const messages = [...new Set(texts.map(({ message }) => message))];
      if (texts[0])
        remarks.push(
          remark(
            'guessed',
            `附件 ${name} 已放入，但检查会拦下它：${messages.join('；')}。请${texts[0].mend}`,
          ),
        );
      for (const { type, value, where } of personal)
        found.push(told(type, value, `附件 ${name} ${where}`));
    }
  }
  return { personal: found, remarks };
}

/** The longest remark; a page's whole navigation is told by its beginning. */
const LONGEST = 20_000;

/** Remarks as the report has them: on one line, bounded, and repeating no personal data of what was left out. */
export function reported(remarks: readonly Remark[]): Remark[] {
  return remarks.map(({ sort, text }) => {
    const line = text.replaceAll(/\s*[\n\r]\s*/g, ' ');
    const bounded =
      line.length > LONGEST ? `${line.slice(0, LONGEST)}…（共 ${line.length} 字，其余从略）` : line;
    let masked = '';
    let end = 0;
    for (const datum of [...findPersonal(bounded)].sort((a, b) => a.index - b.index)) {
      if (datum.index < end) continue;
      masked += bounded.slice(end, datum.index) + mask(datum);
      end = datum.index + datum.text.length;
    }
    return { sort, text: masked + bounded.slice(end) };
  });
}

/** A balance as the report has it: what was lost repeats no personal data. */
export function reportedBalance(balance: Balance): Balance {
  const { characters, texts } = balance.unhandled;
  const masked = texts.map(({ text, where }) => ({
    text: reported([{ sort: 'unhandled', text }])[0]?.text ?? '',
    where,
  }));
  return { ...balance, unhandled: { characters, texts: masked } };
}

function told(type: PersonalType, value: string, where: string): string {
  return `${TYPE_NAMES[type]} ${value}（${where}）`;
}
