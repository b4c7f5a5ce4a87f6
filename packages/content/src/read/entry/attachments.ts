import type { Attachment } from '../../entry.ts';
import type { FrontMatter } from '../../kinds/index.ts';
import { linkTarget } from '../../markdown/index.ts';
import type { Position } from '../../problem.ts';
import { START } from '../../problem.ts';
import { publishedSize } from '../../published.ts';
import type { SplitFile } from '../front-matter.ts';
import { nearest } from '../near.ts';
import type { BodyLink } from './body.ts';
import type { Reading } from './reading.ts';
import { other } from './reading.ts';

/** Attachments and linked files: each that is named is there, each that is there is named. */
export function readAttachments(
  reading: Reading,
  { yaml }: SplitFile,
  data: FrontMatter,
  links: readonly BodyLink[],
): Attachment[] {
  const { folder, place } = reading.input;
  const used = new Set<string>();
  const attachments: Attachment[] = [];
  for (const [index, { file, name }] of (data.attachments ?? []).entries()) {
    const side = folder.get(file);
    if (used.has(file)) {
      // A second file that lost its own name, or one that was put here twice: readers get one of the two.
      const at = yaml.valueAt(['attachments', index, 'file']);
      reading.report('shape/attachment-repeated', at, {
        field: `attachments.${index}.file`,
        value: file,
        other: attachments.find((one) => one.file === file)?.name ?? name,
      });
      continue;
    }
    used.add(file);
    if (side) attachments.push({ file, name, size: publishedSize(file, side) });
    else missing(file, `attachments.${index}.file`, yaml.valueAt(['attachments', index, 'file']));
  }
  const photo = data.board?.photo;
  if (photo !== undefined && !used.has(photo))
    reading.report('shape/attachment-missing', yaml.valueAt(['board', 'photo']), {
      ...{ field: 'board.photo', value: photo, expected: `${place.id}/${photo}` },
      ...other(nearest(photo, [...used])),
    });
  const prefix = `${place.id}/`;
  for (const { url, image, at } of links) {
    const typed = plainPath(url.split(/[?#]/, 1).join(''));
    // As Windows writes a path; what a browser makes of it is another matter.
    const path = typed.replaceAll('\\', '/');
    if (path === '' || linkTarget(url) !== 'inside') continue;
    if (typed.startsWith(prefix)) {
      const file = path.slice(prefix.length);
      used.add(file);
      const side = folder.get(file);
      if (!side) missing(file, 'body', at);
      else if (image && side.size > PICTURE_BYTES)
        reading.report('text/large-picture', at, { value: `${file}：${megabytes(side.size)}` });
    } else if (isFileName(path) && !path.startsWith('/')) {
      // Written as it lies in the folder, or where some program put it.
      const base = path.slice(path.lastIndexOf('/') + 1);
      const own = folder.has(path.replace(/^\.\//, '')) ? path.replace(/^\.\//, '') : base;
      used.add(own);
      reading.report('shape/attachment-path', at, {
        field: 'body',
        value: typed,
        expected: `${place.id}/${own}`,
        ...(folder.has(own) ? {} : { other: own }),
      });
    } else {
      reading.mentions.push({ to: 'page', target: path, field: 'body', ...at });
    }
  }
  for (const [file, side] of folder) {
    if (!used.has(file))
      reading.report('shape/attachment-unlisted', START, { file: side.path, value: file });
  }
  return attachments;

  function missing(file: string, field: string, at: Position): void {
    reading.report('shape/attachment-missing', at, {
      field,
      value: file,
      expected: `${place.id}/${file}`,
      ...other(nearest(file, [...folder.keys()])),
    });
  }
}

/** A picture of a page on a telephone: more than this keeps readers waiting, and no screen shows it. */
const PICTURE_BYTES = 2 * 2 ** 20;

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;

/** Entries are linked to by `.md`; any other ending is that of a file. */
function isFileName(path: string): boolean {
  return /[^/]\.[a-z0-9]{2,5}$/i.test(path) && !/\.(?:mdx?|html?)$/i.test(path);
}

/** `%E5%90%8D` as it is read; a loose `%` stays one. */
function plainPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
