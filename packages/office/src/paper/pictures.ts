import { oneLine } from '../words/spaces.ts';
import type { Inline, Picture } from './paper.ts';
import { pictureType } from './picture-type.ts';
import type { Remark } from './remark.ts';
import { remark } from './remark.ts';

/** Gives the bytes of a file that a page names by a relative address, where it is there. */
export type Resource = (address: string) => Uint8Array | undefined;

/** The pictures that a page or a Markdown text shows: those beside it come along, the others are told. */
export class Pictures {
  readonly list: Picture[] = [];
  readonly #resource: Resource;
  readonly #missing = new Set<string>();
  /** What is said of each picture that is missing. */
  readonly #left: string[] = [];
  #unnamed = 0;
  /** What is said of pictures, and says nothing to a reader: `logo`, `IMG_0012`. */
  readonly #unused: string[] = [];

  constructor(resource: Resource) {
    this.#resource = resource;
  }

  /** A picture by its address; nothing where it is not there or no browser shows it. */
  take(source: string, words: string): Inline[] {
    const bytes = this.#resource(source);
    const type = bytes && pictureType(bytes);
    if (!bytes || type === undefined) {
      this.#missing.add(source.startsWith('data:') ? '嵌在网页里的图片' : source);
      this.#left.push(oneLine(words));
      return [];
    }
    const name = `picture-${this.list.length + 1}.${type}`;
    this.list.push({ name, bytes });
    const alt = oneLine(words);
    const named = /[\u4e00-\u9fff]{2}/.test(alt);
    if (!named) {
      this.#unnamed++;
      this.#unused.push(alt);
    }
    return [{ type: 'picture', name, alt: named ? alt : `图${this.list.length}` }];
  }

  remarks(): Remark[] {
    const found: Remark[] = [];
    const missing = [...this.#missing];
    if (missing.length > 0) {
      const said = [...new Set(this.#left)].filter((each) => each !== '');
      const shown = missing.slice(0, 5).map((each) => `“${each.slice(0, 80)}”`);
      found.push(
        remark(
          'left-out',
          `${missing.length} 张图片不在所给文件中，没有写入：${shown.join('、')}${said.length === 0 ? '' : `，图片的说明：${said.map((each) => `“${each}”`).join('、')}`}`,
          { words: this.#left, pictures: this.#left.length },
        ),
      );
    }
    if (this.#unnamed > 0)
      found.push(
        remark(
          'missing',
          `${this.#unnamed} 张图片没有说明文字，暂写作“图1”“图2”，请改成图片的内容`,
          { words: this.#unused },
        ),
      );
    return found;
  }
}
