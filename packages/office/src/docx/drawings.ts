import type { Block, Cell, Table } from '../paper/paper.ts';
import { paragraph } from '../paper/text.ts';
import type { XmlElement } from '../tree.ts';
import { child, descendants, elements, value, words } from '../tree.ts';
import { oneLine } from '../words/spaces.ts';

/** A chart's figures as a table under its title: what a reader of the document sees, in words. */
export function chartBlocks(chart: XmlElement | undefined): Block[] {
  const title = textOf(child(chart, 'chart', 'title'));
  const series = chart === undefined ? [] : descendants(chart, 'ser');
  const columns = series.map((each) => ({
    name: points(child(each, 'tx'))[0] ?? '',
    heads: points(child(each, 'cat') ?? child(each, 'xVal')),
    values: points(child(each, 'val') ?? child(each, 'yVal')),
  }));
  const heads = columns.find((each) => each.heads.length > 0)?.heads ?? [];
  const count = Math.max(0, ...columns.map(({ values }) => values.length), heads.length);
  const rows = Array.from({ length: count }, (_, index) =>
    [heads[index] ?? '', ...columns.map(({ values }) => values[index] ?? '')].map(cell),
  );
  const named = columns.map(({ name }, index) =>
    cell(name === '' ? (columns.length === 1 ? '数值' : `系列${index + 1}`) : name),
  );
  const table: Table = { type: 'table', rows: [[cell('项目'), ...named], ...rows], headRows: 1 };
  const used = [
    ...linesOf(child(chart, 'chart', 'title')),
    ...columns.flatMap(({ name, values }) => [name, ...values]),
    ...heads,
  ];
  const rest = chart === undefined ? [] : others(chart, used);
  return [
    ...(title === '' ? [] : [paragraph(title)]),
    ...(count === 0 ? [] : [table]),
    ...(rest.length === 0 ? [] : [paragraph(rest.join('；'))]),
  ];
}

/** Other words of a chart: names of axes, labels, points of a second axis. */
function others(chart: XmlElement, used: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const text of used) left.set(text, (left.get(text) ?? 0) + 1);
  const seen = new Set<string>();
  const rest: string[] = [];
  const take = (texts: readonly string[]) => {
    for (const text of texts) {
      const count = left.get(text) ?? 0;
      if (count > 0) left.set(text, count - 1);
      else if (text !== '') rest.push(text);
    }
  };
  const visit = (element: XmlElement) => {
    for (const each of elements(element)) {
      if (each.name === 'p' && descendants(each, 't').length > 0)
        take([oneLine(descendants(each, 't').map(words).join(''))]);
      else if (each.name === 'v' || (each.name === 'pt' && child(each, 'v') === undefined))
        take([oneLine(words(each))]);
      else if (each.name === 'cat' || each.name === 'xVal') {
        const names = descendants(each, 'v').map((point) => oneLine(words(point)));
        // Each series repeats the names of its points.
        if (!seen.has(names.join('\n'))) take(names);
        seen.add(names.join('\n'));
      } else visit(each);
    }
  };
  visit(chart);
  return rest;
}

function cell(text: string): Cell {
  return { content: text === '' ? [] : [[{ type: 'text', text }]], colspan: 1, rowspan: 1 };
}

/** The values that a chart keeps of its sheet, by their index. */
function points(source: XmlElement | undefined): string[] {
  if (source === undefined) return [];
  const found: string[] = [];
  const levels = descendants(source, 'lvl');
  const all =
    levels.length > 0 ? descendants(levels[0] as XmlElement, 'pt') : descendants(source, 'pt');
  for (const point of all) {
    const stored = child(point, 'v');
    const index = Number(point.attributes['idx'] ?? found.length);
    if (stored && index < 10_000) found[index] = oneLine(words(stored));
  }
  const own = found.length === 0 ? child(source, 'v') : undefined;
  return own ? [oneLine(words(own))] : Array.from(found, (text) => text ?? '');
}

/** The words of a diagram (SmartArt), one item each. */
export function diagramBlocks(data: XmlElement | undefined): Block[] {
  return elements(child(data, 'ptLst'), 'pt').flatMap((point) => {
    const text = textOf(child(point, 't'));
    return text === '' || value(child(point, 'prSet'), 'phldr') === '1'
      ? []
      : [paragraph(text, { list: { ordered: false, depth: 0 } })];
  });
}

/** The words of DrawingML text, one line for each of its paragraphs. */
export function textOf(element: XmlElement | undefined): string {
  return oneLine(linesOf(element).join(' '));
}

function linesOf(element: XmlElement | undefined): string[] {
  if (element === undefined) return [];
  return descendants(element, 'p')
    .map((each) => oneLine(descendants(each, 't').map(words).join('')))
    .filter((line) => line !== '');
}
