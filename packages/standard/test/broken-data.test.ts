import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readStandard, StandardDataError } from '../src/index.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'standard-'));
  cpSync(join(import.meta.dirname, '../data'), dir, { recursive: true });
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

function breakFile(file: string, from: string, to: string): StandardDataError {
  const path = join(dir, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  try {
    readStandard(dir);
  } catch (error) {
    if (error instanceof StandardDataError) return error;
    throw error;
  }
  throw new Error('the broken file was accepted');
}

describe('a broken data file is refused with file, path and value', () => {
  test('an id that is not kebab-case', () => {
    const error = breakFile('catalogue/budget.yaml', 'id: department-budget', 'id: Department');
    expect(error.message).toMatch(/^catalogue\/budget\.yaml: items\[2\]\.id is "Department": /);
  });

  test('a channel that is not on the list', () => {
    const error = breakFile('catalogue/budget.yaml', 'gazette', 'telegram');
    expect(error.file).toBe('catalogue/budget.yaml');
    expect(error.path).toBe('items[0].channels[1]');
    expect(error.value).toBe('telegram');
  });

  test('a deadline without its unit', () => {
    const error = breakFile('catalogue/budget.yaml', ', unit: calendar-day', '');
    expect(error.path).toBe('items[0].timing.deadlines[0].unit');
  });

  test('a field that nobody knows', () => {
    const error = breakFile('domains.yaml', 'icon: school', 'icon: school\n    colour: red');
    expect(error.message).toContain('colour');
  });

  test('an id used twice', () => {
    const error = breakFile('catalogue/budget.yaml', 'department-accounts', 'department-budget');
    expect(error.message).toContain('budget/department-budget');
  });

  test('a structure with a domain that does not exist', () => {
    const error = breakFile('structures/luan-30.yaml', 'id: preschool', 'id: kindergartens');
    expect(error.message).toBe(
      'structures/luan-30.yaml: domains is "kindergartens": there is nothing with this id',
    );
  });

  test('text that is no YAML', () => {
    const error = breakFile('domains.yaml', '\ndomains:', '\ndomains: [');
    expect(error.message).toMatch(/^domains\.yaml: line \d+/);
  });

  test('replacements that go round in a circle', () => {
    const error = breakFile(
      'domains.yaml',
      'icon: school',
      'icon: school\n    replaced: {by: compulsory-education, from: 2025-01-01}',
    );
    expect(error.message).toContain('circle');
  });
});

describe('a broken form of a register is refused', () => {
  const FORMS = 'register-forms.yaml';

  test('with two columns of one name', () => {
    const error = breakFile(FORMS, '- { name: 职权名称 }', '- { name: 职权编码 }');
    expect(error.message).toContain('powers.columns is "职权编码": the id is used twice');
  });

  test('with totals in a column that it does not have', () => {
    const error = breakFile(FORMS, 'totals: { label: 项目名称 }', 'totals: { label: 名目 }');
    expect(error.message).toContain('special-funds.columns is "名目"');
  });

  test('that compares a column that it does not have', () => {
    const error = breakFile(
      FORMS,
      'trend: { figures: [流转面积（亩）] }',
      'trend: { figures: [面积] }',
    );
    expect(error.message).toContain('land-transfer.columns is "面积"');
  });

  test('with a choice among nothing', () => {
    const error = breakFile(FORMS, ', values: [收入, 支出] }', ' }');
    expect(error.message).toContain('choices, and only they, have values');
  });

  test('with a type of cell that does not exist', () => {
    const error = breakFile(FORMS, 'type: masked-id', 'type: id-number');
    expect(error.path).toContain('columns[2].type');
  });
});

describe('a broken join or pair is refused', () => {
  test('with a column that its form has not', () => {
    const error = breakFile(
      'joins.yaml',
      'form: fees, column: 职权编码',
      'form: fees, column: 编码',
    );
    expect(error.message).toContain('power-code.carriers is "编码"');
  });

  test('with a carrier that is neither of a form nor of a kind', () => {
    const error = breakFile('joins.yaml', '{ kind: guide, field: power }', '{ field: power }');
    expect(error.path).toBe('joins[0].carriers[1]');
  });

  test('that asks for a half that carries nothing', () => {
    const error = breakFile('joins.yaml', 'needs: guide', 'needs: place');
    expect(error.message).toContain('power-code is "place"');
  });

  test('with a deadline that nobody knows', () => {
    const error = breakFile('pairs.yaml', 'within: answer-message', 'within: answer');
    expect(error.message).toContain('message-answer.within is "answer"');
  });

  test('that finds its other half by a join that is not there', () => {
    const error = breakFile('pairs.yaml', 'join:audit-finding', 'join:audit');
    expect(error.message).toContain('audit-mended.by is "audit"');
  });

  test('of rows that are told by a column which is not there', () => {
    const error = breakFile('pairs.yaml', '办理进展: [已办结]', '进展: [已办结]');
    expect(error.message).toContain('results-shown.where is "进展"');
  });
});
