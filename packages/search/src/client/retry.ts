/** After an answer that did not arrive: one button, and the network's return, ask again. */
import type { SearchErrorCode } from './errors.ts';

export interface Retry {
  /** Offers to ask again, where that can help. */
  offer(code: SearchErrorCode): void;
  hide(): void;
}

/** @param place the message after which the button stands */
export function makeRetry(place: HTMLElement, again: () => void): Retry {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.retry = '';
  button.textContent = '重试';
  button.hidden = true;
  button.addEventListener('click', again);
  place.after(button);
  let offline = false;
  window.addEventListener('online', () => {
    if (offline) again();
  });
  return {
    offer(code) {
      offline = code === 'offline';
      button.hidden = code === 'unsupported';
    },
    hide() {
      offline = false;
      button.hidden = true;
    },
  };
}
