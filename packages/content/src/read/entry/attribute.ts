import type { FrontMatter } from '../../kinds/index.ts';
import { KINDS } from '../../kinds/index.ts';
import type { SplitFile } from '../front-matter.ts';
import type { Reading } from './reading.ts';

/** An entry that is not open to all is a ledger row only: the repository itself is public (contract 3). */
export function checkAttribute(reading: Reading, split: SplitFile, data: FrontMatter): void {
  const { csv, folder } = reading.input;
  const { type } = data.attribute;
  const at = split.yaml.valueAt(['attribute', 'type']);
  if (type === '主动') {
    const kind = KINDS[data.kind];
    if (
      kind.body === 'required' &&
      split.body.trim() === '' &&
      !data.withdrawn &&
      !data.attachments?.length
    ) {
      reading.report('shape/body-missing', { line: split.bodyLine, column: 1 });
    }
    return;
  }
  const has = [
    split.body.trim() !== '' ? '正文' : '',
    csv ? '数据表' : '',
    folder.size > 0 || data.attachments?.length ? '附件' : '',
  ].filter((part) => part !== '');
  if (has.length > 0) {
    reading.report('shape/body-not-allowed', at, {
      field: 'attribute.type',
      value: type,
      other: has.join('、'),
    });
  }
  if (type === '不予' && data.attribute.grounds === undefined) {
    reading.report('shape/missing-field', at, {
      field: 'attribute.grounds',
      expected: '不予公开的法律依据',
    });
  }
}
