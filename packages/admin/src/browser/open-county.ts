import standard from 'virtual:columns/standard';
import { type CountyContent, readCounty } from '@columns/content';
import { editor } from './editor.ts';
import { setFiles } from './shims/fs.ts';

const encoder = new TextEncoder();

/** The county that the editor is open for, by its own lists and catalogue; no entries are among its files. */
export function openCounty(): CountyContent {
  const files = Object.entries(editor.files);
  setFiles(new Map(files.map(([name, text]) => [`/content/${name}`, encoder.encode(text)])));
  return readCounty('/content', editor.facts.county, standard);
}
