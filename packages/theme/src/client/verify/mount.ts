/* A button that checks the page by the site's manifest; what it takes is loaded only when it is pressed. */
import { keepSeen, lastSeen } from './seen.ts';
import type { Answered, Asked } from './verify.ts';
import { whyNot } from './why-not.ts';

const button = document.querySelector<HTMLButtonElement>('[data-verify]');
if (button) {
  button.hidden = false;
  button.addEventListener('click', () => void verify(button));
}

async function verify(button: HTMLButtonElement): Promise<void> {
  const said = placeFor(button);
  button.disabled = true;
  said.textContent = '正在核对……';
  said.textContent =
    whyNot({
      protocol: location.protocol,
      secure: isSecureContext,
      digests: crypto.subtle !== undefined,
      hasOwn: 'hasOwn' in Object,
    }) ?? (await judged(button.dataset['verify'] ?? ''));
  button.disabled = false;
}

/** What the program says of this page: in a thread of its own, where no reckoning holds up the page. */
function judged(part: string): Promise<string> {
  return new Promise((say) => {
    const worker = new Worker(new URL('./verify.ts', import.meta.url), { type: 'module' });
    const end = (text: string) => {
      worker.terminate();
      say(text);
    };
    const root = part.replace(/[^/]+\/[^/]+$/, '');
    worker.onmessage = ({ data: { text, seen } }: MessageEvent<Answered>) => {
      if (seen !== undefined) keepSeen(root, seen);
      end(text);
    };
    worker.onerror = () =>
      end('没有核对：核对用的程序没有取到，请检查网络后再按一次；浏览器太旧的，请换一个新的。');
    const asked: Asked = { part, address: location.pathname, known: lastSeen(root) };
    worker.postMessage(asked);
  });
}

/**
 * Where the answer stands: made when it is asked for, and no second time. It has room for the longest answer from
 * the first, so that nothing moves when one comes; its looks are no part of the pages' style sheet, which every
 * reader would fetch.
 */
function placeFor(button: HTMLElement): HTMLElement {
  const filed = button.closest('.filed') ?? document.body;
  const known = filed.querySelector<HTMLElement>('[role=status]');
  if (known) return known;
  // A `div`, like all in there that is not printed.
  const said = document.createElement('div');
  said.setAttribute('role', 'status');
  Object.assign(said.style, {
    flex: '1 0 100%',
    minHeight: innerWidth < 640 ? '20em' : '8em',
    fontSize: 'var(--size-small)',
    overflowWrap: 'anywhere',
  });
  filed.append(said);
  return said;
}
