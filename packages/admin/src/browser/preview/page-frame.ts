import themeStyles from '@columns/theme/styles?inline';
import { editor } from '../editor.ts';
import type { MediaFile } from '../form/judged.ts';
import type { Drawn } from './ask.ts';
import pageStyles from './page.css?inline';

/** The page may show, and do nothing else: not run, not load from elsewhere, not send. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self' data:";

/**
 * Shows a drawn page in a frame where nothing runs: its sandbox allows no scripts, whatever the page holds.
 * (`allow-same-origin` alone lets this editor put the page in; what stands in it can do nothing with it.)
 */
export interface PageFrame {
  show(drawn: Drawn, media: readonly MediaFile[]): void;
  /** Its height follows the page's, also when its width has changed. */
  fit(): void;
}

export const SANDBOX = 'allow-same-origin';

export function pageFrame(frame: HTMLIFrameElement): PageFrame {
  let last: { drawn: Drawn; media: readonly MediaFile[] } | undefined;
  const page = () => {
    const document = frame.contentDocument;
    return document?.getElementById('main') ? document : undefined;
  };
  const fit = () => {
    const root = page()?.documentElement;
    if (!root) return;
    frame.style.height = '0';
    frame.style.height = `${root.scrollHeight}px`;
  };
  const put = () => {
    const document = page();
    const main = document?.getElementById('main');
    if (!document || !main || !last) return;
    const { drawn, media } = last;
    const colour = document.getElementById('accent');
    if (colour) {
      colour.textContent = drawn.accent === undefined ? '' : `:root { --accent: ${drawn.accent}; }`;
    }
    main.innerHTML = drawn.html;
    for (const picture of main.querySelectorAll('img'))
      fitPicture(picture, drawn.address, media, fit);
    fit();
  };
  frame.addEventListener('load', put);
  frame.srcdoc = EMPTY_PAGE();
  return {
    show(drawn, media) {
      last = { drawn, media };
      put();
    },
    fit,
  };
}

/** The page around the main part. Links open nothing: what they lead to may not be there yet. */
const EMPTY_PAGE = () => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="color-scheme" content="light dark">
<base target="_blank">
<style>${themeStyles}</style>
<style id="accent"></style>
<style>${editor.styles}</style>
<style>${pageStyles}</style>
</head>
<body><main id="main" class="wrap"></main></body>
</html>`;

/** A picture of the entry as it was chosen or is stored; by its name until it can be had. */
function fitPicture(
  picture: HTMLImageElement,
  address: string,
  media: readonly MediaFile[],
  done: () => void,
): void {
  const source = picture.getAttribute('src') ?? '';
  const name = decoded(source.startsWith(address) ? source.slice(address.length) : source);
  picture.removeAttribute('loading');
  picture.addEventListener('load', done);
  const own = urlOf(media.find((each) => each.name === name));
  if (own !== undefined) {
    picture.src = own;
    return;
  }
  // In the frame nothing can hear that a picture failed, so it is tried here.
  picture.removeAttribute('src');
  const named = byName(picture, name);
  picture.replaceWith(named);
  if (source === '') return;
  const trial = new Image();
  trial.onload = () => {
    picture.src = source;
    named.replaceWith(picture);
    done();
  };
  trial.src = source;
}

function byName({ ownerDocument, alt }: HTMLImageElement, name: string): HTMLElement {
  const box = ownerDocument.createElement('span');
  box.className = 'picture-to-come';
  box.textContent = `图片：${[alt, name].filter((each) => each !== '').join('，')}`;
  return box;
}

const made = new WeakMap<File, string>();

function urlOf(media: MediaFile | undefined): string | undefined {
  if (!media) return undefined;
  if (typeof media.url === 'string' && media.url !== '') return media.url;
  if (typeof media.displayURL === 'string' && media.displayURL !== '') return media.displayURL;
  if (!media.file) return undefined;
  const known = made.get(media.file) ?? URL.createObjectURL(media.file);
  made.set(media.file, known);
  return known;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
