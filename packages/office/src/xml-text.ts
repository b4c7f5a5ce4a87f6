import { symbol } from './docx/symbols.ts';
import { FORMULAS, formulaFault } from './formulas.ts';
import { withoutGuids } from './guid.ts';
import { joinedCells } from './joined.ts';
import { isPlainLink } from './links.ts';
import type { Account } from './passage.ts';
import { TableReading } from './table.ts';
import { WordFields } from './word-fields.ts';
import type { Attributes } from './xml.ts';
import { parseXml } from './xml.ts';

/** Elements whose text is one stretch of reading, however it is cut into runs. */
const BLOCKS = new Set(['p', 'si', 'is', 'comment', 'threadedComment', 'cm', 'TextObject', 'fld']);
/** Elements in which the text of such a stretch stands. */
const RUNS = new Set(['t', 'text', 'delText', 'TextCode']);
const CODES = new Set(['instrText', 'delInstrText']);
/** What follows is shown from right to left, up to the second (Unicode, annex 9). */
const TURNED = '\u202e';
const UNTURNED = '\u202c';
const SPACES = new Set(['tab', 'br', 'cr', 'noBreakHyphen', 'ptab']);

/** Elements that run or fetch something, wherever they stand. */
const ACTIVE: Readonly<Record<string, string>> = {
  ddeLink: '调用其他程序的链接（DDE）',
  oleLink: '与外部文件相连的对象（OLE 链接）',
  ocx: 'ActiveX 控件',
  DataMashup: '从外部取数的查询（Power Query）',
  connection: '从外部取数的连接',
  queryTable: '从外部取数的查询',
  webextension: '加载项',
  customUI: '自带按钮的加载项（customUI）',
  macrosheet: '宏表（Excel 4.0）',
  mailMerge: '邮件合并的数据源',
  script: '脚本',
  foreignObject: '内嵌的网页',
  subDoc: '从别处加载的子文档',
};

/** What a click in a presentation may do. */
const CLICKS = /^ppaction:\/\/(?:hlinkshowjump|hlinksldjump|customshow|media|noaction)\b/i;

export interface XmlPlace {
  /** Where its text stands, for the reader: `批注中`. Empty for the text that a document is about. */
  readonly where: string;
  /** In a workbook: the names that its formulas may use, in capitals. */
  readonly names?: ReadonlySet<string>;
}

/**
 * All that one XML part says: its text as a reader reads it, the values of its attributes (authors,
 * descriptions, codes of fields), its comments; and what in it runs or loads something. Every element is
 * read, known or not.
 */
export function readXmlText(bytes: Uint8Array, place: XmlPlace, account: Account): void {
  const { where, names } = place;
  const elsewhere = where === '' ? '文档的其他部分中' : where;
  const fields = new WordFields(account);
  const blocks: Block[] = [];
  const tables: TableReading[] = [];
  const path: string[] = [];
  const codes: string[] = [];
  let leaf = '';
  let paragraphs = 0;

  function open(name: string, attributes: Attributes, written: Attributes): void {
    account.step();
    endLeaf();
    path.push(name);
    if (BLOCKS.has(name)) blocks.push({ name, all: '', shown: '' });
    else if (SPACES.has(name)) add(' ', true);
    else if (name === 'sym') {
      const code = Number.parseInt(attributes['char'] ?? '', 16);
      add(symbol(code, attributes['font'] ?? '') ?? '', true);
    } else if (name === 'bdo') add(attributes['val'] === 'rtl' ? TURNED : '', true);
    else if (name === 'tbl') {
      tables.push(new TableReading((passage) => account.take(passage), where));
    } else if (name === 'tr') tables.at(-1)?.startRow();
    else if (name === 'tc') tables.at(-1)?.startCell();
    else if (name === 'fldChar') fields.mark(attributes['fldCharType']);
    else if (name === 'fldSimple') fields.simple(attributes['instr'] ?? '');
    else if (name === 'TextCode') codes.push('');
    const active = ACTIVE[name];
    if (active !== undefined) account.addActive(active);
    for (const key in written) attribute(name, key, written[key] as string);
  }

  function attribute(element: string, key: string, value: string): void {
    if (/^ppaction:/i.test(value) && !CLICKS.test(value))
      account.addActive('点击后运行程序或打开文件的动作');
    if (/^(?:v:)?(?:src|URI|href|xlink:href)$/.test(key)) checkLink(element, value);
    if (/^on[a-z]+$/.test(key) && path[0] === 'svg') account.addActive('脚本');
    if (key === 'Type' && element === 'OLEObject' && value === 'Link')
      account.addActive('与外部文件相连的对象（OLE 链接）');
    const words = withoutGuids(value);
    if (words === undefined) return;
    if (/^(?:w:)?instr$/.test(key)) return;
    const place = /(?:descr|title|name|alt)$/.test(key)
      ? '图形的名称和说明中'
      : /author|Author|initials|userId/.test(key)
        ? '作者姓名中'
        : elsewhere;
    account.take({ text: words, where: place, again: 'same' });
  }

  function checkLink(element: string, value: string): void {
    if (!isPlainLink(value)) account.addActive('会运行程序或打开文件的链接');
    else if (
      /^\s*(?:https?:|ftp:|\/\/)/i.test(value) &&
      /^(?:imagedata|image|use|fill)$/.test(element)
    )
      account.addActive('从别处加载的图片');
  }

  function text(part: string): void {
    const name = path.at(-1) ?? '';
    if (CODES.has(name)) fields.code(part);
    else if (RUNS.has(name) && blocks.length > 0) add(part, name !== 'delText');
    else leaf += part;
    if (name === 'TextCode') codes[codes.length - 1] += part;
  }

  function add(part: string, shown: boolean): void {
    const block = blocks.at(-1);
    if (!block) return;
    block.all += part;
    if (shown) block.shown += part;
  }

  function endLeaf(): void {
    if (leaf.trim() !== '') {
      const fault =
        names && FORMULAS.has(path.at(-1) ?? '') ? formulaFault(leaf, names) : undefined;
      if (fault !== undefined) account.addActive(fault);
      const words = withoutGuids(leaf) ?? leaf;
      account.take({ text: words, where: elsewhere });
    }
    leaf = '';
  }

  function close(name: string): void {
    endLeaf();
    path.pop();
    const table = tables.at(-1);
    if (blocks.at(-1)?.name === name) endBlock(blocks.pop() as Block);
    else if (name === 'bdo') add(UNTURNED, true);
    else if (name === 'tc') table?.endCell();
    else if (name === 'tr') table?.endRow();
    else if (name === 'tbl') tables.pop();
  }

  function endBlock({ name, all, shown }: Block): void {
    if (name === 'p') paragraphs++;
    if (name === 'fld') {
      add(all, true);
      return;
    }
    const table = tables.at(-1);
    // A box in a paragraph of a cell is a stretch of its own and in the cell.
    if (table && name === 'p') table.addText(all);
    else account.words(all, where === '' ? `第 ${paragraphs} 段` : where);
    if (shown !== all && shown.trim() !== '')
      account.take({
        text: shown,
        where: where === '' ? `第 ${paragraphs} 段` : where,
        again: 'same',
      });
  }

  parseXml(bytes, {
    open,
    close,
    text,
    aside: (words) => account.take({ text: words, where: '隐藏的注释中', again: 'same' }),
  });
  fields.close();
  for (const joined of joinedOf(codes)) account.take({ ...joined, where: elsewhere });
}

interface Block {
  readonly name: string;
  /** Its text with what was deleted in it, and without. */
  all: string;
  shown: string;
}

/** Text that stands sign by sign, as many OFD files have it. */
function joinedOf(codes: readonly string[]) {
  return codes.length === 0 ? [] : joinedCells(codes);
}
