import type { Allowance } from '../allowance.ts';
import { parseXml, rootOf } from '../xml.ts';
import { Zip } from '../zip.ts';
import type { Counted } from './counted.ts';

/** Parts of an OFD file that hold something shown, by their root (GB/T 33190). */
const PLACES: Readonly<Record<string, string>> = {
  Page: '页面',
  PageAnnot: '批注或印章',
  Res: '图形资源',
  Document: '文件',
};

/**
 * Everything that an .ofd shows or could show: the text of all pages and of the templates under them,
 * visible or not, of notes and of drawings that pages share; pictures and addresses.
 *
 * @throws OfficeFailure for a zip or XML that cannot be read
 */
export function countFixedPages(bytes: Uint8Array, allowance: Allowance | number): Counted[] {
  const zip = new Zip(bytes, allowance);
  return zip.names().flatMap((name) => {
    if (!/\.xml$/i.test(name)) return [];
    const part = zip.read(name);
    const place = PLACES[rootOf(part) ?? ''];
    return place === undefined ? [] : countObjects(part, place);
  });
}

function countObjects(bytes: Uint8Array, where: string): Counted[] {
  const things: Counted[] = [];
  let code: string | undefined;
  parseXml(bytes, {
    open(name, attributes) {
      if (name === 'TextCode') code = '';
      else if (name === 'ImageObject') things.push({ sort: 'picture', text: '', where });
      else if (name === 'URI' && attributes['URI'] !== undefined)
        things.push({ sort: 'link', text: attributes['URI'], where });
    },
    text(text) {
      if (code !== undefined) code += text;
    },
    close(name) {
      if (name !== 'TextCode') return;
      if (code !== undefined && code.trim() !== '')
        things.push({ sort: 'text', text: code, where });
      code = undefined;
    },
  });
  return things;
}
