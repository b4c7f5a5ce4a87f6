import { parseMarkdown } from '@columns/content/markdown';
import { Pictures, type Resource } from '@columns/office/paper';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';
import type { LabelledPaper } from '../../shape/labels.ts';
import { readText } from '../text.ts';
import { textOfBytes } from '../text-file.ts';
import { MarkdownReader } from './blocks.ts';
import { readHead } from './front-matter.ts';
import { withoutShortcodes } from './shortcodes.ts';

/** A page saved as text has its head apart from its text, whatever its extension is. */
const SAVED_PAGE = /^[=＝-]{4,}\s*正\s*文\s*[=＝-]{4,}$/m;

/**
 * Reads Markdown as the tools of its writers do (CommonMark and GFM), which is not our dialect: there a
 * single `*` is emphasis, and a line end is none. `3~5天` is no more struck out than there. What it says is written anew in our dialect. An entry of
 * another column is read in ours.
 */
export function readMarkdown(
  bytes: Uint8Array,
  resource: Resource = () => undefined,
): LabelledPaper {
  const text = textOfBytes(bytes);
  if (SAVED_PAGE.test(text.slice(0, 3000))) return readText(bytes);
  const head = readHead(text);
  const pictures = new Pictures(resource);
  const plain = withoutShortcodes(head.body);
  const root = head.own
    ? parseMarkdown(head.body)
    : fromMarkdown(plain.text, {
        extensions: [gfm({ singleTilde: false }), cjkFriendlyExtension()],
        mdastExtensions: [gfmFromMarkdown()],
      });
  const source = head.own ? head.body : plain.text;
  const reader = new MarkdownReader(root, source, pictures, head.own);
  const blocks = reader.read();
  return {
    blocks,
    notes: reader.notes,
    pictures: pictures.list,
    labels: head.labels,
    offered: reader.offered,
    remarks: [
      ...head.remarks,
      ...(head.own ? [] : plain.remarks),
      ...reader.remarks(),
      ...pictures.remarks(),
    ],
  };
}
