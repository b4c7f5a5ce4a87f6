import { REFUSAL_WORDS, readable, refusal, wholeAddress } from './guard.ts';
import { idleState, WARNING_SECONDS } from './idle.ts';

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'input'] as const;

/** Makes a page of the kiosk return to its start, and keeps what its frame shows on the site. */
export function mountKiosk(body: HTMLElement): void {
  const { start = '/', prefix = '/', inside = '', idle } = body.dataset;
  let touched = Date.now();
  const touch = () => {
    touched = Date.now();
  };
  watch(document, touch);
  // A page from the browser's memory is a page just come to.
  window.addEventListener('pageshow', touch);
  const frame = body.querySelector<HTMLIFrameElement>('[data-frame]');
  if (frame) mountFrame(body, frame, { prefix, inside, touch });
  if (idle !== undefined) countDown(body, Number(idle), start, () => touched);
}

function watch(target: Document, touch: () => void): void {
  for (const name of TOUCHES)
    target.addEventListener(name, touch, { capture: true, passive: true });
  target.addEventListener('scroll', touch, { capture: true, passive: true });
}

function countDown(body: HTMLElement, seconds: number, start: string, touched: () => number): void {
  const time = body.querySelector('[data-time]');
  const warning = body.querySelector('[data-warning]');
  let warned = false;
  const show = () => {
    const { left, warn, over } = idleState(seconds, touched(), Date.now());
    if (over) {
      // Asked for again while it is on its way, a page on a slow line would never arrive.
      clearInterval(timer);
      // What a visitor chose or left here is not for the next one.
      sessionStorage.clear();
      localStorage.clear();
      location.replace(start);
      return;
    }
    if (time) time.textContent = `${left} 秒无人操作时返回首页`;
    body.classList.toggle('kiosk-ending', warn);
    // Said once, not every second: a screen reader would talk of nothing else.
    if (warning && warn !== warned) {
      warning.textContent = warn
        ? `没有人操作，${WARNING_SECONDS} 秒后返回首页。要继续使用，请点一下屏幕或按任意键。`
        : '';
    }
    warned = warn;
  };
  const timer = setInterval(show, 250);
  show();
}

interface FrameSettings {
  readonly prefix: string;
  readonly inside: string;
  readonly touch: () => void;
}

function mountFrame(
  body: HTMLElement,
  frame: HTMLIFrameElement,
  { prefix, inside, touch }: FrameSettings,
): void {
  const said = body.querySelector('[data-said]');
  const back = body.querySelector<HTMLButtonElement>('[data-back]');
  let steps = 0;
  body.classList.add('kiosk-ready');
  // What the frame shows without script would be loaded late, over what a visitor has chosen.
  frame.loading = 'eager';
  frame.src = 'about:blank';

  const open = (shown: boolean) => {
    body.classList.toggle('kiosk-open', shown);
    if (back) back.hidden = !shown;
    if (!shown) steps = 0;
  };
  for (const opener of body.querySelectorAll(`[target="${frame.name}"]`)) {
    opener.addEventListener(opener.matches('form') ? 'submit' : 'click', () => {
      steps = 0;
      open(true);
    });
  }
  back?.addEventListener('click', () => {
    if (steps > 1) {
      steps -= 2;
      frame.contentWindow?.history.back();
    } else {
      open(false);
      body.querySelector<HTMLElement>('[data-choices] a, [data-choices] input')?.focus();
    }
  });
  frame.addEventListener('load', () => {
    const page = frame.contentDocument;
    if (!page || !body.classList.contains('kiosk-open')) return;
    steps += 1;
    frame.title = page.title;
    if (said) said.textContent = '';
    prepare(page, inside);
    watch(page, touch);
    touch();
    // On the window, before whatever the page itself makes of links to other sites.
    frame.contentWindow?.addEventListener('click', (event) => stopOutside(event, page), {
      capture: true,
    });
    frame.focus();
  });

  function stopOutside(event: Event, page: Document): void {
    // An element of the frame is no instance of this window's `Element`.
    const link = (event.target as Element | null)?.closest?.('a[href]');
    if (!link) return;
    const written =
      link instanceof SVGElement || !('href' in link)
        ? (link.getAttribute('href') ?? '')
        : String((link as HTMLAnchorElement).href);
    const address = wholeAddress(written, page.baseURI);
    const why = link.hasAttribute('download') ? 'file' : refusal(address, location.origin, prefix);
    if (why === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (said) said.textContent = REFUSAL_WORDS[why] + readable(address);
  }
}

/** Larger, without what the kiosk's own bar replaces, and with nothing of the visitor before. */
function prepare(page: Document, inside: string): void {
  const sheet = page.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = inside;
  page.head.append(sheet);
  for (const form of page.querySelectorAll('form')) {
    form.setAttribute('autocomplete', 'off');
    if (form.getAttribute('role') !== 'search') form.reset();
  }
}
