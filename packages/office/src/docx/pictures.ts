import type { OfficePackage, Relation } from '../package.ts';
import type { Inline, Picture } from '../paper/paper.ts';
import { pictureType } from '../paper/picture-type.ts';
import { oneLine } from '../words/spaces.ts';
import type { Tally } from './tally.ts';

/** What Word writes below a description of its own making. */
const AUTOMATIC =
  /\s*(?:描述已自动生成|已生成高可信度的描述|AI\s*生成的内容可能不正确。?|Description automatically generated|AI-generated content may be incorrect\.?).*$/s;

/** Pictures of a document that a browser can show, each under an ASCII name. */
export class Pictures {
  readonly #file: OfficePackage;
  readonly #tally: Tally;
  readonly #names = new Map<string, string>();
  readonly list: Picture[] = [];

  constructor(file: OfficePackage, tally: Tally) {
    this.#file = file;
    this.#tally = tally;
  }

  take(relation: Relation | undefined, description: string): Inline | undefined {
    if (!relation || relation.external) {
      this.#tally.picture('链接到文件外的图片没有写入');
      return undefined;
    }
    const name = this.#names.get(relation.target) ?? this.#add(relation.target);
    if (name === undefined) return undefined;
    const number = this.list.findIndex((picture) => picture.name === name) + 1;
    const words = oneLine(description.replace(AUTOMATIC, ''));
    const usable =
      /[\u4e00-\u9fff]{2}/.test(words) && !/^(?:图片|图像|图示|Picture|说明)\s*\d*$/i.test(words);
    if (!usable)
      this.#tally.picture(
        '图片没有说明文字，暂写作“图1”“图2”，请改成图片的内容，供读屏软件使用',
        true,
      );
    return { type: 'picture', name, alt: usable ? words : `图${number}` };
  }

  #add(target: string): string | undefined {
    const bytes = this.#file.bytes(target);
    const type = bytes && pictureType(bytes);
    if (!bytes || type === undefined) {
      const extension = /\.(\w+)$/.exec(target)?.[1] ?? '未知';
      this.#tally.picture(
        `.${extension.toLowerCase()} 图片在网页上不能显示，没有写入；请在 Word 中另存为 PNG 后插入`,
      );
      return undefined;
    }
    const name = `picture-${this.list.length + 1}.${type}`;
    this.list.push({ name, bytes });
    this.#names.set(target, name);
    return name;
  }
}
