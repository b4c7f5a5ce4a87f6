import type { Remark } from '../../failure.ts';
import { remark } from '../../failure.ts';

/** Things of a document that are not in its entry, counted and told once each. */
export class Tally {
  #hidden = 0;
  #deleted = 0;
  #inserted = 0;
  #comments = 0;
  #formulas = 0;
  #signs = 0;
  #nested = 0;
  #hiddenRows = 0;
  #pictures: string[] = [];
  #margins: readonly string[] = [];

  hidden(): void {
    this.#hidden++;
  }
  deleted(): void {
    this.#deleted++;
  }
  inserted(): void {
    this.#inserted++;
  }
  comment(): void {
    this.#comments++;
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
  hiddenRow(): void {
    this.#hiddenRows++;
  }
  picture(why: string): void {
    this.#pictures.push(why);
  }
  margins(texts: readonly string[]): void {
    this.#margins = texts;
  }

  remarks(): Remark[] {
    const found: Remark[] = [];
    const add = (count: number, sort: Remark['sort'], text: string) => {
      if (count > 0) found.push(remark(sort, text.replace('#', String(count))));
    };
    add(
      this.#deleted + this.#inserted,
      'changed',
      '文件带有 # 处修订痕迹：新增的已写入，删去的没有写入，请确认是定稿',
    );
    add(this.#comments, 'left-out', '# 处批注没有写入');
    add(this.#hidden, 'left-out', '# 处隐藏文字没有写入');
    add(this.#hiddenRows, 'left-out', '表格中 # 个隐藏行没有写入');
    add(this.#formulas, 'changed', '# 处公式只写入了其中的文字，请核对');
    add(this.#signs, 'changed', '# 个特殊符号无法写成文字，已用“□”代替，请核对');
    add(this.#nested, 'changed', '# 个套在单元格里的表格已写成文字，请核对');
    for (const why of new Set(this.#pictures)) found.push(remark('left-out', why));
    if (this.#margins.length > 0)
      found.push(
        remark(
          'left-out',
          `页眉页脚没有写入：${this.#margins.map((text) => `“${text}”`).join('、')}`,
        ),
      );
    return found;
  }
}
