import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
import type { Block, LabelKey, Labels, Paragraph } from '../paper/paper.ts';
import { cut, isParagraph, paragraph, textOf } from '../paper/text.ts';
import { readLabels } from './labels.ts';
import { clean, oneLine } from './spaces.ts';

/*
 * What an old site's page or an editor adds around a text: the way to the page, buttons for
 * sharing, style sheets of Word, lists of downloads. All that goes is told.
 */

export interface Cleared {
  readonly blocks: readonly Block[];
  /** Facts that stood in what was taken off. */
  readonly labels: Labels;
  /** Files that the page offers beside its text. */
  readonly downloads: readonly string[];
  readonly remarks: readonly Remark[];
}

const SHARING =
  /微信\s*微博\s*QQ空间(?:\s*全真版)?(?:\s*文字版)?(?:\s*文件下载)?(?:\s*相关链接[：:])?(?:\s*-->)?\s*/;
const DOWNLOADS =
  /(?:^|[\s。）)])(?:来源[：:]\s*(\S{2,40})\s*)?(?:附件|文件)下载(?:\s+|$)([\s\S]*)$/;
const ORIGIN = /(?:^|\s)来源[：:]\s*([^\s，。]{2,40})\s*$/;
const LINE =
  /^(?:当前位置|您(?:现在)?的位置|首页\s*[>＞》]|分享到|扫一扫|打印(?:本页)?$|关闭(?:窗口)?$|上一篇|下一篇|【?字(?:体|号)[：:】]|浏览次数|责任编辑[：:]|\[?打印\]?\s*\[?关闭)/;
/** What follows one of these lines at a page's end belongs to the page. */
const END = /^(?:文件下载|政策咨询|相关(?:附件|文件|解读|链接|新闻|文章|阅读)|附件下载|我要问)$/;
const JUNK: readonly RegExp[] = [
  /@font-face\s*\{[^{}]*\}/g,
  /@(?:page|list)\b[^{}]{0,80}\{[^{}]*\}/g,
  /(?:[a-z]+\.[A-Za-z][\w-]*|[.#][A-Za-z_][\w-]*)(?:\s*,\s*[\w.#-]+)*\s*\{[^{}]*\}/g,
  /(?:\d\s*)*(?:(?:false|true)\s*)*MicrosoftInternetExplorer\d+(?:\s*(?:false|true|DocumentNotSpecified|Normal|\d+(?:\.\d+)?\s*磅?))*/g,
  /<!--[\s\S]*?-->/g,
];
const FILE = /[^\s《》|]+?\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|jpe?g|png|txt|pptx?)(?![a-z])/gi;

export function clearFurniture(blocks: readonly Block[]): Cleared {
  const labels: Partial<Record<LabelKey, string>> = {};
  const downloads: string[] = [];
  const gone: string[] = [];
  const learn = (more: Labels) => {
    for (const [key, value] of Object.entries(more)) labels[key as LabelKey] ??= value;
  };
  const kept: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    if (!isParagraph(block)) {
      kept.push(block);
      continue;
    }
    const ending = index > blocks.length / 2 && END.test(textOf(block));
    if (ending && blocks.slice(index).every(isParagraph)) {
      const rest = blocks.slice(index).map(textOf);
      downloads.push(...filesIn(rest.join('\n')));
      gone.push(...rest.filter((text) => text !== ''));
      break;
    }
    const cleared = clearParagraph(block, index, gone, learn, downloads);
    if (cleared) kept.push(cleared);
  }
  const remarks = gone.length === 0 ? [] : [remark('left-out', `网页自带的文字：${listed(gone)}`)];
  return { blocks: kept, labels, downloads, remarks };
}

function clearParagraph(
  block: Paragraph,
  index: number,
  gone: string[],
  learn: (labels: Labels) => void,
  downloads: string[],
): Paragraph | undefined {
  let result = withoutJunk(block, gone);
  let text = textPlain(result);
  const bar = SHARING.exec(text);
  if (bar && (bar.index < 1500 || index === 0)) {
    const head = text.slice(0, bar.index);
    const { labels, before } = readLabels(head);
    learn(labels);
    const title = titleOfTrail(before);
    if (title !== undefined) learn({ title });
    gone.push(oneLine(head + bar[0]));
    result = cut(result, bar.index + bar[0].length);
    text = textPlain(result);
  }
  const offered = DOWNLOADS.exec(text);
  if (offered && isDownloadList(offered[2] ?? '')) {
    const whole = offered[0].replace(/^[。）)]/, '');
    downloads.push(...filesIn(offered[2] ?? ''));
    if (offered[1] !== undefined) learn({ publisher: offered[1] });
    gone.push(oneLine(whole));
    result = cut(result, 0, text.length - whole.length);
    text = textPlain(result);
  }
  const origin = ORIGIN.exec(text);
  if (origin && text.length - origin[0].length !== 0 && bar) {
    learn({ publisher: origin[1] as string });
    result = cut(result, 0, origin.index);
    text = textPlain(result);
  }
  if (LINE.test(text) && text.length <= 160) {
    learn(readLabels(text).labels);
    gone.push(oneLine(text));
    return undefined;
  }
  if (index < 12 && /^\s*(?:发布时间|发布日期|发布机构|来源|时间|索\s*引\s*号)/.test(text)) {
    const { labels, before } = readLabels(text);
    if (Object.keys(labels).length > 0 && before.trim() === '' && text.length <= 300) {
      learn(labels);
      gone.push(oneLine(text));
      return undefined;
    }
  }
  return result.content.length === 0 && block.content.length > 0 ? undefined : result;
}

/** `当前位置： 首页政务公开公示公告 关于…的公示` ends in the page's title. */
function titleOfTrail(before: string): string | undefined {
  const parts = before
    .replace(/^\s*(?:当前位置|您(?:现在)?的位置)[：:]?/, '')
    .trim()
    .split(/\s+/);
  const rest = parts[0]?.startsWith('首页') ? parts.slice(1) : parts;
  const title = rest.join(' ').trim();
  return title === '' || title.length > 120 ? undefined : oneLine(title);
}

function isDownloadList(text: string): boolean {
  return oneLine(text.replaceAll(FILE, '')).length <= 20;
}

/** Names of files in a text, such as 附件.xls. */
export function filesIn(text: string): string[] {
  return [...text.matchAll(FILE)].map(([name]) => name.trim());
}

function withoutJunk(block: Paragraph, gone: string[]): Paragraph {
  const text = textPlain(block);
  const holds = JUNK.some((pattern) => text.search(pattern) !== -1);
  if (!holds) return block;
  let rest = text;
  for (const pattern of JUNK) {
    rest = rest.replaceAll(pattern, (whole) => {
      gone.push(oneLine(whole).slice(0, 40));
      return ' ';
    });
  }
  // Looks inside such a paragraph are the editor's own.
  return paragraph(clean(rest).trim(), { ...(block.align ? { align: block.align } : {}) });
}

function textPlain(block: Paragraph): string {
  return block.content
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'break' ? '\n' : ''))
    .join('');
}

function listed(texts: readonly string[]): string {
  const unique = [...new Set(texts)].filter((text) => text !== '');
  const shown = unique
    .slice(0, 3)
    .map((text) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`);
  return `${shown.join('、')}${unique.length > 3 ? `等 ${unique.length} 处` : ''}`;
}
