import type { Block, Paragraph } from '@columns/office/paper';
import { cut, isParagraph, paragraph, textOf } from '@columns/office/paper';
import { clean, oneLine } from '@columns/office/words';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
import type { LabelKey, Labels } from './labels.ts';
import { readLabels } from './labels.ts';

/*
 * What an old site's page or an editor adds around a text: the way to the page, buttons for
 * sharing, style sheets of Word, lists of downloads. Only pages have such furniture, and only at
 * their edges: a word at the start of a line is no evidence. All that goes is told.
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
  /^(?:当前位置\s*[：:]|您(?:现在)?的位置\s*[：:]|首页\s*[>＞》]|分享到\s*(?:[：:]|$)|扫一扫|打印(?:本页)?$|关闭(?:窗口)?$|[上下]一篇\s*[：:]|【?字(?:体|号)[：:】]|浏览次数\s*[：:]|责任编辑\s*[：:]|\[?打印\]?\s*\[?关闭)/;
/** How many paragraphs at each end of a page may be its furniture. */
const HEAD_EDGE = 8;
const FOOT_EDGE = 8;
/** Links or files that follow one of these lines at a page's end belong to the page. */
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
  const links: string[] = [];
  const learn = (more: Labels) => {
    for (const [key, value] of Object.entries(more)) labels[key as LabelKey] ??= value;
  };
  const kept: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    if (!isParagraph(block)) {
      kept.push(block);
      continue;
    }
    if (END.test(textOf(block)) && blocks.slice(index + 1).every(isOffered)) {
      const rest = blocks.slice(index).map(textOf);
      downloads.push(...filesIn(rest.join('\n')));
      gone.push(...rest.filter((text) => text !== ''));
      links.push(...blocks.slice(index).flatMap(linksOf));
      break;
    }
    const headed = kept.every((each) => isParagraph(each) && !/[。；]/.test(textOf(each)));
    const edge = { head: index < HEAD_EDGE && headed, foot: index >= blocks.length - FOOT_EDGE };
    const next = blocks[index + 1];
    const event = isParagraph(next) && /^(?:会议|活动|听证)?地\s*[点址]\s*[：:]/.test(textOf(next));
    const cleared = clearParagraph(block, index, { ...edge, event }, gone, learn, downloads);
    if (cleared) kept.push(cleared);
  }
  const remarks =
    gone.length === 0
      ? []
      : [
          remark(
            'left-out',
            `网页自带的文字：${listed(gone.map((each) => each.slice(0, MOST_TOLD)))}`,
            {
              words: [...gone, ...links],
            },
          ),
        ];
  return { blocks: kept, labels, downloads, remarks };
}

function clearParagraph(
  block: Paragraph,
  index: number,
  edge: { readonly head: boolean; readonly foot: boolean; readonly event: boolean },
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
    gone.push(oneLine(origin[0]));
    result = cut(result, 0, origin.index);
    text = textPlain(result);
  }
  if ((edge.head || edge.foot) && LINE.test(text) && text.length <= 160) {
    learn(readLabels(text).labels);
    gone.push(oneLine(text));
    return undefined;
  }
  if (edge.head && !edge.event) {
    const labels = pageLabels(text);
    if (labels) {
      learn(labels);
      gone.push(oneLine(text));
      return undefined;
    }
  }
  return result.content.length === 0 && block.content.length > 0 ? undefined : result;
}

const SYSTEM_DAY = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/;
const WRITTEN_DAY = /^\d{4}年\d{1,2}月\d{1,2}日$/;

/** The facts of a line that is labels only, each with a value as publishing systems write it. */
function pageLabels(text: string): Labels | undefined {
  if (
    text.length > 300 ||
    !/^\s*(?:发布|来源|时间|信息来源|浏览次数|阅读次数|点击数|索\s*引\s*号)/.test(text)
  )
    return undefined;
  const { labels, before } = readLabels(text);
  const entries = Object.entries(labels);
  if (entries.length === 0 || before.trim() !== '') return undefined;
  const alone = entries.length === 1;
  const fits = entries.every(([key, value]) => {
    if (key === 'published' || key === 'formed') {
      const called = !/^\s*时间/.test(text) || !alone;
      return SYSTEM_DAY.test(value) || (called && WRITTEN_DAY.test(value));
    }
    return key !== 'publisher' || /^[^，。；、]{2,30}$/.test(value);
  });
  return fits ? labels : undefined;
}

/** Style sheets that an editor pasted are told by their beginning. */
const MOST_TOLD = 400;

function linksOf(block: Block): string[] {
  if (!isParagraph(block)) return [];
  return block.content.flatMap((each) =>
    each.type === 'text' && each.link !== undefined ? [each.link] : [],
  );
}

/** A link, a file's name or another head of such a list. */
function isOffered(block: Block): boolean {
  if (!isParagraph(block)) return false;
  const text = textOf(block);
  const linked = block.content.some((each) => each.type === 'text' && each.link !== undefined);
  return (
    text.length <= 120 && (text === '' || linked || filesIn(text).length > 0 || END.test(text))
  );
}

/** Labels that tell a register of documents from a sentence. */
const REGISTERED: readonly LabelKey[] = ['indexNumber', 'topic', 'docNumber'];

/**
 * The register of a document (索引号, 发布机构 …) that stands above its title becomes fields; anything
 * else of a document is its text.
 */
export function takeRegister(blocks: readonly Block[]): Cleared {
  let labels: Labels = {};
  const lines: string[] = [];
  let end = 0;
  for (const [index, block] of blocks.slice(0, 12).entries()) {
    if (!isParagraph(block)) break;
    const text = textOf(block);
    if (text === '') continue;
    const found = readLabels(text);
    if (found.before.trim() !== '' || Object.keys(found.labels).length === 0 || text.length > 300)
      break;
    labels = { ...found.labels, ...labels };
    lines.push(oneLine(text));
    end = index + 1;
  }
  const registered = Object.keys(labels).length > 1 && REGISTERED.some((key) => key in labels);
  if (!registered || labels.title !== undefined)
    return { blocks, labels: {}, downloads: [], remarks: [] };
  const remarks = [remark('note', `文首的登记项写入了字段，正文中不再写：${listed(lines)}`)];
  return { blocks: blocks.slice(end), labels, downloads: [], remarks };
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
      gone.push(oneLine(whole));
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
  return unique.map((text) => `“${text}”`).join('、');
}
