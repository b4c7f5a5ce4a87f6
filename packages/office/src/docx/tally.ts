import type { Covers, Remark } from '../paper/remark.ts';
import { remark } from '../paper/remark.ts';
import type { XmlElement } from '../tree.ts';
import { descendants, words } from '../tree.ts';
import type { Margins } from './margins.ts';

/** Things of a document that are not in its entry, counted and told once each. */
export class Tally {
  readonly #hidden: string[] = [];
  #white = 0;
  #charts = [0, 0];
  #diagrams = 0;
  #shapes = 0;
  readonly #unknown = new Map<string, { count: number; texts: string[] }>();
  readonly #fields: string[] = [];
  readonly #objects: string[] = [];
  readonly #links: string[] = [];
  readonly #contents: string[] = [];
  readonly #bound: string[] = [];
  readonly #placeholders: string[] = [];
  #changedCells = 0;
  readonly #formats = new Set<string>();
  readonly #files: string[] = [];
  readonly #deleted: string[] = [];
  #inserted = 0;
  readonly #comments: string[] = [];
  #commentPictures = 0;
  readonly #covered: string[] = [];
  readonly #replaced: string[] = [];
  #ranges = 0;
  #formulas = 0;
  #signs = 0;
  #nested = 0;
  readonly #hiddenRows: string[] = [];
  /** For each reason how many pictures are not shown. */
  readonly #pictures = new Map<string, number>();
  #hiddenPictures = 0;
  #margins: Margins = { texts: [], words: [], pictures: 0 };

  hidden(text: string, pictures = 0): void {
    this.#hidden.push(text);
    this.#hiddenPictures += pictures;
  }
  white(): void {
    this.#white++;
  }
  /** Charts that became tables, of how many. */
  chart(written: number, all: number): void {
    this.#charts = [(this.#charts[0] ?? 0) + written, (this.#charts[1] ?? 0) + all];
  }
  diagram(count: number): void {
    this.#diagrams += count;
  }
  /** A drawing without words or pictures: a line, an arrow. */
  shape(element: XmlElement): void {
    const text = descendants(element, 't').map(words).join('');
    if (text === '') this.#shapes++;
    else this.#note(element.name, text);
  }
  /** An element that the reader does not know, by its name and with the words in it. */
  unknown(element: XmlElement): void {
    this.#note(element.name, words(element));
  }
  #note(name: string, text: string): void {
    const found = this.#unknown.get(name) ?? { count: 0, texts: [] };
    found.count++;
    if (text.trim() !== '') found.texts.push(text.trim());
    this.#unknown.set(name, found);
  }
  /** A field that gave no text. */
  field(code: string): void {
    this.#fields.push(code.trim());
  }
  object(program: string): void {
    this.#objects.push(program);
  }
  pictureLink(address: string): void {
    this.#links.push(address);
  }
  bound(before: string, now: string): void {
    this.#bound.push(`${before}→${now}`);
  }
  /** Words that ask to fill in something, where nobody did; Word prints them. */
  placeholder(words: string): void {
    if (words !== '') this.#placeholders.push(words);
  }
  /** A cell that was added or deleted under the eyes of Word: whether it stays is not decided. */
  changedCell(): void {
    this.#changedCells++;
  }
  contents(line: string): void {
    this.#contents.push(line);
  }
  formats(names: Iterable<string>): void {
    for (const name of names) this.#formats.add(name);
  }
  file(name: string): void {
    this.#files.push(name);
  }
  /** Words that were deleted under the eyes of Word. */
  deleted(text: string): void {
    this.#deleted.push(text);
  }
  inserted(): void {
    this.#inserted++;
  }
  comment(text: string, pictures: number): void {
    this.#comments.push(text);
    this.#commentPictures += pictures;
  }
  /** Words of a cell that a merged one lies over. */
  covered(text: string): void {
    this.#covered.push(text);
  }
  /** Words of a form's control, which shows its state instead. */
  replaced(text: string): void {
    this.#replaced.push(text);
  }
  /** A place that a comment is about. */
  commented(): void {
    this.#ranges++;
  }
  formula(): void {
    this.#formulas++;
  }
  sign(): void {
    this.#signs++;
  }
  nested(): void {
    this.#nested++;
  }
  hiddenRow(text: string): void {
    this.#hiddenRows.push(text);
  }
  /** A picture that is not shown, or not as it should be. */
  picture(why: string, isShown = false): void {
    this.#pictures.set(why, (this.#pictures.get(why) ?? 0) + (isShown ? 0 : 1));
  }
  margins(margins: Margins): void {
    this.#margins = margins;
  }

  remarks(): Remark[] {
    const found: Remark[] = [];
    const add = (count: number, sort: Remark['sort'], text: string, covers: Covers = {}) => {
      if (count > 0) found.push(remark(sort, text.replace('#', String(count)), covers));
    };
    add(this.#deleted.length, 'left-out', '文件带有修订痕迹：删去的 # 处没有写入，请确认是定稿', {
      words: this.#deleted,
    });
    add(this.#inserted, 'changed', '文件带有修订痕迹：新增的 # 处已写入，请确认是定稿');
    add(
      this.#changedCells,
      'changed',
      '文件带有修订痕迹：表格中 # 个新增或删去的单元格都已写入，请确认是定稿',
    );
    const shown = this.#commentPictures === 0 ? '' : `，其中有 ${this.#commentPictures} 张图片`;
    add(Math.max(this.#comments.length, this.#ranges), 'left-out', `# 处批注没有写入${shown}`, {
      words: this.#comments,
      pictures: this.#commentPictures,
    });
    add(this.#hidden.length, 'left-out', `# 处隐藏文字没有写入${quoted(this.#hidden)}`, {
      words: this.#hidden,
      pictures: this.#hiddenPictures,
    });
    add(this.#hiddenRows.length, 'left-out', '表格中 # 个隐藏行没有写入', {
      words: this.#hiddenRows,
    });
    add(
      this.#covered.length,
      'left-out',
      `# 处文字被合并的单元格盖住，没有写入${quoted(this.#covered)}`,
      { words: this.#covered },
    );
    add(
      this.#replaced.length,
      'left-out',
      `# 处表单控件写入了选中的结果，没有写入原有的文字${quoted(this.#replaced)}`,
      { words: this.#replaced },
    );

    add(
      this.#placeholders.length,
      'changed',
      `# 处没有填写，写入的是提示语${quoted(this.#placeholders)}，请核对`,
      {},
    );
    add(this.#formulas, 'changed', '# 处公式写成了一行，请核对');
    add(this.#signs, 'changed', '# 个特殊符号无法写成文字，已用“□”代替，请核对', {
      signs: this.#signs,
    });
    add(this.#nested, 'changed', '# 个套在单元格里的表格已写成文字，请核对');
    add(this.#white, 'changed', '# 处白色文字已写入；原文中可能看不见，请核对');
    const [written = 0, charts = 0] = this.#charts;
    add(written, 'changed', '# 个图表写成了标题和数据表，请核对');
    add(charts - written, 'left-out', '# 个图表没有数据可写，请另存为图片后插入');
    add(this.#diagrams, 'changed', '# 个图示（SmartArt）的文字写成了列表，请核对先后顺序');
    add(this.#shapes, 'left-out', '# 个没有文字的图形（线条、箭头等）没有写入');
    add(
      this.#contents.length,
      'left-out',
      `自动目录 # 行没有写入，网页按小标题生成目录${quoted(this.#contents)}`,
      { words: this.#contents },
    );
    add(this.#fields.length, 'left-out', `# 个域没有文字，没有写入${quoted(this.#fields)}`);
    add(
      this.#bound.length,
      'changed',
      `# 个内容控件按文件所存的数据写入，Word 打开时也这样显示${quoted(this.#bound)}`,
      { words: this.#bound },
    );
    add(this.#objects.length, 'changed', `# 个嵌入的对象只写入了预览图${quoted(this.#objects)}`);
    add(this.#links.length, 'left-out', `# 张图片上的链接没有写入${quoted(this.#links)}`, {
      words: this.#links,
    });
    add(
      this.#files.length,
      'left-out',
      `# 个插入的文件读不了，没有写入，请在 Word 中打开后另存${quoted(this.#files)}`,
    );
    add(
      this.#formats.size,
      'changed',
      `# 种编号格式不认识，编号写成了阿拉伯数字${quoted([...this.#formats])}，请核对`,
    );
    for (const [name, { count, texts }] of this.#unknown)
      add(count, 'left-out', `不认识的内容“${name}” # 处没有写入${quoted(texts)}`, {
        words: texts,
      });
    for (const [why, pictures] of this.#pictures) found.push(remark('left-out', why, { pictures }));
    const { texts, words, pictures } = this.#margins;
    if (texts.length > 0)
      found.push(
        remark('left-out', `页眉页脚没有写入：${texts.map((text) => `“${text}”`).join('、')}`, {
          words,
          pictures,
        }),
      );
    else if (words.length > 0) found.push(remark('left-out', '页码没有写入', { words, pictures }));
    else if (pictures > 0)
      found.push(remark('left-out', `页眉页脚中的 ${pictures} 张图片没有写入`, { pictures }));
    return found;
  }
}

/** The words themselves, so that an officer finds what is missing. */
function quoted(texts: readonly string[]): string {
  const list = [...new Set(texts)].filter((text) => text !== '').map((text) => `“${text}”`);
  return list.length === 0 ? '' : `：${list.join('、')}`;
}
