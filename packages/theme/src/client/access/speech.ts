/** Reading aloud with the browser's own voice. */
import { make } from './dom.ts';

/** What is read as one: a heading, a paragraph, a row. */
const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, caption, figcaption, summary';
/** Longer texts break off in the middle in some browsers. */
const LONGEST = 120;

interface Piece {
  readonly block: Element;
  readonly text: string;
}

/**
 * The buttons that read the page, in a group that is shown only while the browser has a Chinese
 * voice on this machine: a voice from elsewhere would send the text to another host. `words` stand on the first.
 */
export function readingButtons(words = '朗读正文'): HTMLElement[] {
  if (!('speechSynthesis' in window)) return [];
  const start = make('button', { type: 'button' }, words);
  const pause = make('button', { type: 'button', hidden: '' }, '暂停');
  const stop = make('button', { type: 'button', hidden: '' }, '停止朗读');
  const group = make('fieldset', { hidden: '' }, make('legend', {}, '朗读'), start, pause, stop);
  let voice: SpeechSynthesisVoice | undefined;
  let pieces: Piece[] = [];
  let turn = 0;

  const find = () => {
    voice = chineseVoice();
    group.hidden = voice === undefined;
  };
  const show = (reading: boolean) => {
    pause.hidden = !reading;
    stop.hidden = !reading;
    pause.textContent = '暂停';
  };
  const end = () => {
    turn += 1;
    speechSynthesis.cancel();
    mark(undefined);
    show(false);
  };
  const next = (mine: number) => {
    if (mine !== turn) return;
    const piece = pieces.shift();
    if (!piece || !voice) {
      end();
      start.focus();
      return;
    }
    mark(piece.block);
    const speech = new SpeechSynthesisUtterance(piece.text);
    speech.voice = voice;
    speech.lang = voice.lang;
    speech.rate = document.documentElement.dataset['mode'] === 'elder' ? 0.85 : 1;
    speech.onend = () => next(mine);
    speech.onerror = () => mine === turn && end();
    speechSynthesis.speak(speech);
  };

  start.addEventListener('click', () => {
    end();
    pieces = piecesOf(document.querySelector('main article') ?? document.querySelector('main'));
    show(true);
    next(turn);
  });
  pause.addEventListener('click', () => {
    const paused = pause.textContent !== '暂停';
    if (paused) speechSynthesis.resume();
    else speechSynthesis.pause();
    pause.textContent = paused ? '暂停' : '继续';
  });
  stop.addEventListener('click', () => {
    end();
    start.focus();
  });
  addEventListener('pagehide', end);
  find();
  speechSynthesis.addEventListener?.('voiceschanged', find);
  return [group];
}

function chineseVoice(): SpeechSynthesisVoice | undefined {
  const own = speechSynthesis.getVoices().filter((voice) => voice.localService);
  const lang = (voice: SpeechSynthesisVoice) => voice.lang.replace('_', '-').toLowerCase();
  return (
    own.find((voice) => /^(?:zh-cn|zh-hans|cmn)/.test(lang(voice))) ??
    own.find((voice) => lang(voice) === 'zh')
  );
}

/** The text of innermost blocks that are seen, cut at the ends of sentences. */
function piecesOf(root: Element | null): Piece[] {
  const blocks = [...(root?.querySelectorAll<HTMLElement>(BLOCKS) ?? [])].filter(
    (block) => block.offsetParent !== null && !block.parentElement?.closest('tr, p'),
  );
  return blocks.flatMap((block) => {
    const inner = block.querySelector(BLOCKS);
    const text = block.tagName === 'TR' ? rowText(block) : inner ? ownText(block) : seenText(block);
    return cut(text).map((part) => ({ block, text: part }));
  });
}

function rowText(row: Element): string {
  return [...row.querySelectorAll<HTMLElement>('th, td')].map(seenText).join('，');
}

/** What a reader sees: what is hidden inside is left out. */
function seenText(block: HTMLElement): string {
  // biome-ignore lint/performance/useDomNodeTextContent: `textContent` would read hidden text too.
  return block.innerText;
}

/** What stands in a block beside its inner blocks. */
function ownText(block: Element): string {
  const nodes = [...block.childNodes].filter(
    (node) => !(node instanceof Element && (node.matches(BLOCKS) || node.querySelector(BLOCKS))),
  );
  return nodes.map((node) => node.textContent).join('');
}

/** At most `LONGEST` characters a piece, cut after a stop if there is one. */
export function cut(text: string): string[] {
  const parts: string[] = [];
  for (const sentence of text.replace(/\s+/g, ' ').match(/[^。！？；]+[。！？；]*/g) ?? []) {
    for (let at = 0; at < sentence.length; at += LONGEST) {
      const part = sentence.slice(at, at + LONGEST).trim();
      if (/[\p{L}\p{N}]/u.test(part)) parts.push(part);
    }
  }
  return parts;
}

function mark(block: Element | undefined): void {
  for (const old of document.querySelectorAll('[data-reading]'))
    old.removeAttribute('data-reading');
  block?.setAttribute('data-reading', '');
}
