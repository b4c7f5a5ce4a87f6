import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { made } from './ask.ts';
import type { BodyDoor } from './door.ts';

/** How often a picture that is being loaded is asked for, and how long between. */
const TRIES = 20;
const PAUSE = 500;

/** A picture in the text, with what it says for who cannot see it. */
export function pictureView(node: Node, door: BodyDoor): NodeView {
  const dom = made('span', 'body-picture');
  const image = document.createElement('img');
  const words = made('span', 'body-picture-words');
  dom.append(image, words);
  let timer: number | undefined;
  let shown = '';
  const show = ({ attrs }: Node) => {
    const [alt, src] = [String(attrs['alt']), String(attrs['src'])];
    image.alt = alt;
    words.textContent = alt === '' ? '还没有图片说明（按回车写）' : `图片：${alt}`;
    dom.classList.toggle('wanting', alt === '');
    if (src === shown) return;
    shown = src;
    load(src, 0);
  };
  const load = (src: string, tries: number) => {
    window.clearTimeout(timer);
    const address = door.picture(src.slice(src.lastIndexOf('/') + 1));
    if (address !== undefined) image.src = address;
    else if (tries < TRIES) timer = window.setTimeout(() => load(src, tries + 1), PAUSE);
  };
  show(node);
  return {
    dom,
    update(next) {
      if (next.type.name !== 'image') return false;
      show(next);
      return true;
    },
    ignoreMutation: () => true,
    destroy: () => window.clearTimeout(timer),
  };
}
