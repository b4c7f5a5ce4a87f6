import { parseXml } from '../xml.ts';
import type { Counted } from './counted.ts';

/**
 * The words of a chart: titles, names of series and axes and, where the figures stand nowhere else,
 * its figures. Each series repeats the names of its points; they are shown once.
 *
 * @param figures whether the chart keeps the only copy of them (in a workbook the cells do)
 */
export function countChart(bytes: Uint8Array, figures: boolean): Counted[] {
  const found: string[] = [];
  const heads = new Set<string>();
  let head: string[] | undefined;
  let line: string | undefined;
  let reading: string | undefined;
  parseXml(bytes, {
    open(name) {
      if (name === 'cat' || name === 'xVal') head = [];
      else if (name === 'p') line = '';
      if (name === 't' || (figures && (name === 'v' || name === 'pt'))) reading = '';
      else if (name === 'f' || name === 'formatCode') reading = undefined;
    },
    text(text) {
      if (reading !== undefined) reading += text;
    },
    close(name) {
      if (reading !== undefined && (name === 't' || name === 'v' || name === 'pt')) {
        if (name === 't' && line !== undefined) line += reading;
        else if (reading.trim() !== '') (head ?? found).push(reading.trim());
        reading = undefined;
      } else if (name === 'p') {
        if (line?.trim()) found.push(line.trim());
        line = undefined;
      } else if ((name === 'cat' || name === 'xVal') && head) {
        if (!heads.has(head.join('\n'))) found.push(...head);
        heads.add(head.join('\n'));
        head = undefined;
      }
    },
  });
  return found.map((text) => ({ sort: 'text', text, where: '图表' }));
}
