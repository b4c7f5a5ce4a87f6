/** One thing that a question can be answered with. */
export interface Answer<T> {
  readonly label: string;
  readonly value: T;
}

export interface Question<T> {
  readonly title: string;
  /** Sentences, or parts of a page. */
  readonly body: readonly (string | Node)[];
  /** The first is what Enter takes. */
  readonly answers: readonly Answer<T>[];
  /** What Escape means. */
  readonly onEscape: T;
}

/** Asks in a box over the page, and waits for the answer. */
export function ask<T>({ title, body, answers, onEscape }: Question<T>): Promise<T> {
  const before = document.activeElement;
  const cover = document.createElement('div');
  cover.className = 'editor-cover';
  const box = document.createElement('section');
  box.className = 'editor-dialog';
  box.setAttribute('role', 'alertdialog');
  box.setAttribute('aria-modal', 'true');
  box.setAttribute('aria-labelledby', 'editor-dialog-title');
  const heading = element('h2', title);
  heading.id = 'editor-dialog-title';
  const content = document.createElement('div');
  content.className = 'editor-dialog-body';
  content.append(...body.map((part) => (typeof part === 'string' ? element('p', part) : part)));
  const foot = document.createElement('p');
  foot.className = 'editor-dialog-answers';
  box.append(heading, content, foot);
  cover.append(box);
  return new Promise((answered) => {
    const close = (value: T) => {
      cover.remove();
      if (before instanceof HTMLElement) before.focus();
      answered(value);
    };
    for (const { label, value } of answers) {
      foot.append(button(label, () => close(value)));
    }
    cover.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close(onEscape);
      if (event.key === 'Tab') keepInside(event, box);
      event.stopPropagation();
    });
    document.body.append(cover);
    foot.querySelector('button')?.focus();
  });
}

/** Tab goes round inside the box. */
function keepInside(event: KeyboardEvent, box: HTMLElement): void {
  const stops = [...box.querySelectorAll<HTMLElement>('button, input, a[href], summary')];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}

/** An element with a text in it. */
export function element(name: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

/** A button that does something else than to send the form that it stands in. */
export function button(label: string, act: () => void, about?: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  if (about !== undefined) made.title = about;
  made.addEventListener('click', act);
  return made;
}

/** A save that was given up, in words for the officer. Decap shows it as it is. */
export class Stopped extends Error {
  override toString(): string {
    return this.message;
  }
}
