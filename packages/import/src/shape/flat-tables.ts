import type { Block } from '@columns/office/paper';
import { isParagraph, textOf } from '@columns/office/paper';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';

/**
 * Tables whose cells have run together (`133410` was 13 and 3410) or fallen apart into paragraphs
 * cannot be put together again by guess: they are named, and the words stay as they are.
 */
export function flatTables(blocks: readonly Block[]): Remark[] {
  const texts = blocks.map((block) => (isParagraph(block) ? textOf(block) : undefined));
  const joined = texts.filter((text): text is string => text !== undefined && isJoined(text));
  const apart = texts.findIndex(
    (text, index) =>
      text === '序号' &&
      texts.slice(index + 1, index + 4).every((next) => next !== undefined && next.length <= 12),
  );
  const found: Remark[] = [];
  if (joined.length > 0) {
    const shown = joined
      .slice(0, 3)
      .map((text) => `“${text.slice(0, 24)}…”`)
      .join('、');
    found.push(
      remark(
        'missing',
        `有 ${joined.length} 段文字像是表格、格子之间已没有分隔，没有还原成表，请按原表补录：${shown}`,
      ),
    );
  }
  if (apart !== -1) {
    const rows = texts
      .slice(apart)
      .filter((text) => text !== undefined && /^\d{1,3}$/.test(text)).length;
    found.push(
      remark(
        'missing',
        `有一张表散成了段落（表头“${texts.slice(apart, apart + 5).join('、')}”，约 ${rows} 行），没有还原成表，请按原表补录`,
      ),
    );
  }
  return found;
}

/** A row of heads without any sign between them, or a long text with hardly a comma. */
function isJoined(text: string): boolean {
  if (text.length < 60) return false;
  const head = /(?:序号|编号)[^，。；：、]{6,60}?\d/.test(text.slice(0, 120));
  const signs = text.match(/[，。；：、,;:《》（）()“”]/g)?.length ?? 0;
  return head || (text.length >= 80 && signs < text.length / 50);
}
