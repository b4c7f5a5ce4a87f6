import type { Entry, ShownColumn } from '@columns/content';
import type { FormColumn } from '@columns/standard';
import { z } from 'zod';
import type { ColumnTable } from '../tables/column-table.ts';
import { isRegister } from './data-sets.ts';
import { type DataTerms, dataTerms } from './terms.ts';
import type { Weights } from './weights.ts';

/** Where readers of CSV look for the metadata of all tables of a folder (Model for Tabular Data, 5.3). */
export const CSVW_FILE = 'csv-metadata.json';

/** Between values of one cell. */
const SEPARATOR = '；';

/**
 * Metadata of CSV files in one folder (W3C, Metadata Vocabulary for Tabular Data, Recommendation of 17 December
 * 2015): what each column is called and of which type it is. Cells that a spreadsheet might run begin with a
 * `'` that is not theirs (`csvCell`); the note says so.
 */
function tableGroup(column: ShownColumn, tables: readonly object[]): object {
  const { publisher, licence, contact } = dataTerms(column);
  const rights =
    licence?.address === undefined
      ? { 'dc:rights': licence?.name ?? '没有说明' }
      : { 'dc:license': { '@id': licence.address }, 'dc:rights': licence.name };
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    'dc:publisher': publisher,
    ...rights,
    'dcat:contactPoint': contactCard(contact),
    'rdfs:comment': "可能被当作公式的单元格前加了一个单引号（'），去掉它即得原文",
    tables,
  };
}

function contactCard({ name, telephone, email }: DataTerms['contact']): object {
  return {
    'vcard:fn': name,
    ...(telephone === undefined
      ? {}
      : { 'vcard:hasTelephone': telephone.split('、').map((one) => ({ '@id': `tel:${one}` })) }),
    ...(email === undefined ? {} : { 'vcard:hasEmail': { '@id': `mailto:${email}` } }),
  };
}

/** `data/column/csv-metadata.json`: the tables of the column, and their years. */
export function columnCsvw(
  column: ShownColumn,
  tables: readonly ColumnTable[],
  weights: Weights,
): object {
  const described = tables.flatMap((table) => {
    const tableSchema = schemaOfTable(table);
    const file = `data/column/${table.name}`;
    const own = { 'dc:title': table.title, tableSchema };
    return [
      { url: `${table.name}.csv`, ...own },
      ...weights.years(file).map((year) => ({ url: `${table.name}/${year}.csv`, ...own })),
    ];
  });
  return tableGroup(column, described);
}

/** `data/csv-metadata.json`: the registers, and the years of large ones; nothing where there is none. */
export function registersCsvw(column: ShownColumn, weights: Weights): object | undefined {
  const forms = new Map(column.forms.map(({ id, columns }) => [id, columns]));
  const described = column.entries.filter(isRegister).flatMap((entry) => {
    const tableSchema = schemaOfRegister(entry, forms.get(entry.table?.form ?? '') ?? []);
    const own = { 'dc:title': entry.data.title, tableSchema };
    return [
      { url: `${entry.id}.csv`, ...own },
      ...weights.years(`data/${entry.id}`).map((year) => ({
        ...{ url: `${entry.id}/${encodeURIComponent(year)}.csv`, ...own },
      })),
    ];
  });
  return described.length === 0 ? undefined : tableGroup(column, described);
}

function schemaOfTable({ row }: ColumnTable): object {
  const fields = Object.entries(row.shape) as [string, z.ZodType][];
  return {
    columns: fields.map(([name, field]) => ({
      ...{ name, titles: field.meta()?.title ?? name },
      ...typeOfField(z.toJSONSchema(field) as FieldSchema),
    })),
    ...(row.shape['id'] === undefined ? {} : { primaryKey: 'id' }),
  };
}

/** What of a field's JSON Schema says how its cells look. */
interface FieldSchema {
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly anyOf?: readonly FieldSchema[];
}

function typeOfField({ anyOf, ...own }: FieldSchema): object {
  const schema = anyOf?.find(({ type }) => type !== 'null') ?? own;
  const needed = anyOf === undefined && (schema.pattern !== undefined || schema.enum !== undefined);
  return { ...datatypeOf(schema), ...(needed ? { required: true } : {}) };
}

const DAY = '^\\d{4}-\\d{2}-\\d{2}$';

function datatypeOf({ type, pattern, enum: choices }: FieldSchema): object {
  if (type === 'boolean') {
    // An empty cell says no.
    return { datatype: { base: 'boolean', format: '是|否' }, default: '否' };
  }
  if (type === 'integer') return { datatype: 'nonNegativeInteger' };
  if (type === 'array') return { datatype: 'string', separator: SEPARATOR };
  if (pattern === DAY) return { datatype: { base: 'date', format: 'yyyy-MM-dd' } };
  if (pattern !== undefined) return { datatype: { base: 'string', format: pattern } };
  if (choices !== undefined) return oneOf(choices);
  return { datatype: 'string' };
}

function schemaOfRegister({ table }: Entry, known: readonly FormColumn[]): object {
  return {
    columns: (table?.columns ?? []).map((titles) => ({
      titles,
      ...datatypeOfCell(known.find(({ name }) => name === titles)),
    })),
  };
}

/** The types that the check holds cells to; whatever else there is, is text. */
function datatypeOfCell(column: FormColumn | undefined): object {
  switch (column?.type) {
    case 'amount':
      return { datatype: { base: 'decimal', format: { groupChar: ',', decimalChar: '.' } } };
    case 'count':
      return { datatype: 'nonNegativeInteger' };
    case 'day':
      return { datatype: { base: 'date', format: 'yyyy-MM-dd' } };
    case 'url':
      return { datatype: 'anyURI' };
    case 'choice':
      return oneOf(column.values ?? []);
    default:
      return { datatype: 'string' };
  }
}

function oneOf(values: readonly string[]): object {
  const literal = values.map((value) => value.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  return { datatype: { base: 'string', format: `^(${literal.join('|')})$` } };
}
