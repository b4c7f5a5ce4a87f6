import { parseXml } from '../xml.ts';
import type { Counted } from './counted.ts';

/** The words of a diagram (SmartArt). “[文本]” stands in points that were never filled in. */
export function countDiagram(bytes: Uint8Array): Counted[] {
  const things: Counted[] = [];
  let placeholder = false;
  let reading = false;
  let line = '';
  parseXml(bytes, {
    open(name, attributes) {
      if (name === 'pt') placeholder = false;
      else if (name === 'prSet') placeholder = attributes['phldr'] === '1';
      else if (name === 'p') line = '';
      else if (name === 't') reading = true;
    },
    text(text) {
      if (reading) line += text;
    },
    close(name) {
      // The text of a point stands in an element that has the name of its runs.
      if (name === 't' || name === 'r') reading = false;
      else if (name === 'p' && !placeholder && line.trim() !== '')
        things.push({ sort: 'text', text: line, where: '图示' });
    },
  });
  return things;
}
