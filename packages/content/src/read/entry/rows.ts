import type { RegisterForm } from '@columns/standard';
import type { FrontMatter } from '../../kinds/index.ts';
import { cellFault } from '../../tables/cells.ts';
import { entryIds } from '../../tables/listed.ts';
import type { RegisterTable } from '../../tables/register-table.ts';
import { isTotal, wrongTotals } from '../../tables/totals.ts';
import { quote } from '../schema-problems.ts';
import type { Reading } from './reading.ts';

/** Cells that the form has something to say of, and totals. */
export function checkRows(
  reading: Reading,
  table: RegisterTable,
  form: RegisterForm,
  data: FrontMatter,
): void {
  const { file, columns, rows, at } = table;
  for (const spec of form.columns) {
    const column = columns.indexOf(spec.name);
    if (column < 0) continue;
    const mayBeEmpty = spec.optional || spec.blank;
    for (const [row, cells] of rows.entries()) {
      const text = cells[column];
      // A row that is too short is told of already.
      if (text === undefined) continue;
      if (text === '') {
        if (mayBeEmpty || isTotal(form, table, cells)) continue;
        const expected = '填上内容的单元格';
        reading.report('shape/missing-field', at(row, column), {
          file,
          field: spec.name,
          value: '',
          expected,
        });
        continue;
      }
      if (spec.name === form.totals?.label && isTotal(form, table, cells)) continue;
      const fault = cellFault(spec, text);
      if (!fault) {
        if (spec.type === 'entries') mention(reading, table, row, column, text, 'entry');
        if (spec.type === 'proofs') mention(reading, table, row, column, text, 'proof');
        continue;
      }
      const { code, expected } = fault;
      // What should have been hidden is not repeated.
      const value = code === 'safety/unmasked' ? `${text.length} 个字` : quote(text);
      reading.report(code, at(row, column), { file, field: spec.name, value, expected });
    }
  }
  checkTotals(reading, table, form, data.kind === 'register' && data.rounded === true);
  if (data.kind === 'ledger') checkStates(reading, table, data.source !== undefined);
}

function mention(
  reading: Reading,
  { file, columns, at }: RegisterTable,
  row: number,
  column: number,
  text: string,
  to: 'entry' | 'proof',
): void {
  const field = columns[column] ?? '';
  for (const target of entryIds(text)) {
    reading.mentions.push({ to, target, field, file, ...at(row, column) });
  }
}

function checkTotals(
  reading: Reading,
  table: RegisterTable,
  form: RegisterForm,
  rounded: boolean,
): void {
  const { file, columns, at } = table;
  for (const { row, column, written, sum, label } of wrongTotals(form, table, rounded)) {
    reading.report('shape/csv-total', at(row, column), {
      file,
      field: columns[column] ?? '',
      value: written,
      other: sum,
      expected: `各项之和 ${sum}（${label}）`,
    });
  }
}

/** Only a list that was copied from a document may say that the document tells no state. */
function checkStates(
  reading: Reading,
  { file, columns, rows, at }: RegisterTable,
  copied: boolean,
): void {
  const column = columns.indexOf('状态');
  if (copied || column < 0) return;
  for (const [row, cells] of rows.entries()) {
    if (cells[column] !== '原件未载') continue;
    reading.report('shape/contradiction', at(row, column), {
      file,
      field: '状态',
      value: '写了“原件未载”，文件却没有写明来源（source）',
      expected: '未开始、进行中、已完成、持续推进',
    });
  }
}
