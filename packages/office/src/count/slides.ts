import type { Allowance } from '../allowance.ts';
import { parseXml, rootOf } from '../xml.ts';
import { Zip } from '../zip.ts';
import { countChart } from './chart.ts';
import type { Counted } from './counted.ts';
import { countDiagram } from './diagram.ts';
import { targetsOf } from './parts.ts';
import { FORMULA_SIGNS } from './word.ts';

/** Parts of a presentation that are shown somewhere, by their root. */
const PLACES: Readonly<Record<string, string>> = {
  sld: '幻灯片',
  notes: '备注',
  sldLayout: '版式',
  sldMaster: '母版',
  cmLst: '批注',
};

/**
 * Everything that a .pptx shows or could show: the words, pictures and addresses of all slides, hidden or
 * not, notes, remarks, charts and diagrams, and what masters and layouts put on slides. What they say in
 * places that a slide fills (单击此处编辑标题) no slide shows.
 *
 * @throws OfficeFailure for a zip or XML that cannot be read
 */
export function countSlides(bytes: Uint8Array, allowance: Allowance | number): Counted[] {
  const zip = new Zip(bytes, allowance);
  const found: Counted[][] = [];
  for (const name of zip.names()) {
    if (/(?:^|\/)(?:_rels|docProps|customXml)\//i.test(name) || !/\.xml$/i.test(name)) continue;
    const part = zip.read(name);
    const root = rootOf(part) ?? '';
    const place = PLACES[root];
    if (place !== undefined) {
      const where = `${place}${/(\d+)\.xml$/i.exec(name)?.[1] ?? ''}`;
      found.push(countShapes(part, where, targetsOf(zip, name).links, /Layout|Master/.test(root)));
    } else if (root === 'chartSpace') found.push(countChart(part, true));
    else if (root === 'dataModel') found.push(countDiagram(part));
  }
  return found.flat();
}

/** @param behind whether it lies under slides, which fill its places */
function countShapes(
  bytes: Uint8Array,
  where: string,
  links: ReadonlyMap<string, string>,
  behind: boolean,
): Counted[] {
  const things: Counted[] = [];
  /** For each set of alternatives: whether one was taken. */
  const alternatives: boolean[] = [];
  let skipped = 0;
  let reading = false;
  let line = '';
  let filled = false;
  let counted = false;
  let bullet = false;
  const add = (sort: Counted['sort'], text: string) => {
    if (behind && filled) return;
    if (sort === 'picture' || text.trim() !== '') things.push({ sort, text, where });
  };
  parseXml(bytes, {
    open(name, attributes) {
      if (name === 'AlternateContent') alternatives.push(false);
      else if (name === 'Choice' || name === 'Fallback') {
        if (skipped > 0 || alternatives.at(-1)) skipped++;
        else if (alternatives.length > 0) alternatives[alternatives.length - 1] = true;
      }
      if (skipped > 0) return;
      if (name === 'sp') filled = false;
      else if (name === 'ph') filled = true;
      else if (name === 'p' || name === 'text') line = '';
      // The number of a slide is counted anew wherever it is shown.
      else if (name === 'fld') counted = attributes['type'] === 'slidenum';
      if (name === 't' || name === 'text') reading = !counted;
      else if (name === 'buBlip') bullet = true;
      else if (name === 'blip' && !bullet) {
        if (attributes['embed'] !== undefined || attributes['link'] !== undefined)
          add('picture', '');
      } else if (FORMULA_SIGNS.includes(name)) add('text', attributes['val'] ?? '');
      else if (name === 'hlinkClick') add('link', links.get(attributes['id'] ?? '') ?? '');
    },
    text(text) {
      if (skipped === 0 && reading) line += text;
    },
    close(name) {
      if (name === 'AlternateContent') alternatives.pop();
      else if ((name === 'Choice' || name === 'Fallback') && skipped > 0) {
        skipped--;
        return;
      }
      if (skipped > 0) return;
      if (name === 't' || name === 'text') reading = false;
      else if (name === 'fld') counted = false;
      else if (name === 'buBlip') bullet = false;
      else if (name === 'sp') filled = false;
      if (name === 'p' || name === 'text') {
        add('text', line);
        line = '';
      }
    },
  });
  return things;
}
