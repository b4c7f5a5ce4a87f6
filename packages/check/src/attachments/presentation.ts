import type { Zip } from '../office/index.ts';
import { parseXml } from '../office/index.ts';
import type { Take } from './passage.ts';

/** Every paragraph of a presentation's slides, notes and comments. */
export function readPresentation(zip: Zip, take: Take): void {
  for (const name of zip.names()) {
    const match = /^ppt\/(slides|notesSlides|comments)\/\D*(\d*)\.xml$/.exec(name);
    if (!match) continue;
    const where = match[1] === 'slides' ? `第 ${match[2]} 页幻灯片` : '备注或批注中';
    let paragraph = '';
    let reading = false;
    parseXml(zip.read(name), {
      open: (tag) => {
        if (tag === 't' || tag === 'text') reading = true;
      },
      text: (text) => {
        if (reading) paragraph += text;
      },
      close: (tag) => {
        if (tag === 't' || tag === 'text') reading = false;
        if (tag === 'p' || tag === 'cm') {
          if (paragraph !== '') take({ text: paragraph, where });
          paragraph = '';
        }
      },
    });
  }
}
