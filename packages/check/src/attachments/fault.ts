import type { Finding } from '../finding.ts';
import { finding } from '../make-finding.ts';
import type { AttachmentFacts } from './facts.ts';

export type AttachmentFault = AttachmentFacts['faults'][number];

/** What is wrong with a file in the words of its rule, and the one thing to do. */
export function faultText(
  file: string,
  { rule, value, other, expected }: AttachmentFault,
): Pick<Finding, 'message' | 'mend'> {
  return finding(rule, {
    file,
    line: 1,
    column: 1,
    value,
    ...(other === undefined ? {} : { other }),
    ...(expected === undefined ? {} : { expected }),
  });
}
