import { button } from '../dialog.ts';

/** One thing that is asked for: a line of words, or a choice. */
export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

export interface Question {
  readonly title: string;
  readonly fields: readonly Asked[];
  readonly ok: string;
  /** Another answer, such as taking something away. */
  readonly other?: string;
}

export type Answer = { readonly [name: string]: string } | 'other' | undefined;

/** Asks in a panel below the tools, by keyboard: Enter is yes, Escape no. Nothing where nothing was answered. */
export function ask(place: HTMLElement, { title, fields, ok, other }: Question): Promise<Answer> {
  const panel = made('div', 'body-ask');
  panel.setAttribute('role', 'group');
  panel.setAttribute('aria-label', title);
  const inputs = fields.map((field) => [field.name, control(field)] as const);
  return new Promise((resolve) => {
    const end = (answer: Answer) => {
      panel.remove();
      resolve(answer);
    };
    const yes = () => end(Object.fromEntries(inputs.map(([name, input]) => [name, input.value])));
    const head = made('p', 'body-ask-title');
    head.textContent = title;
    panel.append(head);
    for (const [index, [, input]] of inputs.entries()) {
      const { label, hint } = fields[index] as Asked;
      const line = made('label', '');
      line.append(label, input);
      if (hint !== undefined) {
        const more = made('small', '');
        more.textContent = hint;
        line.append(more);
      }
      panel.append(line);
    }
    const answers = made('p', 'body-ask-answers');
    answers.append(
      button(ok, yes),
      ...(other === undefined ? [] : [button(other, () => end('other'))]),
      button('取消', () => end(undefined)),
    );
    panel.append(answers);
    panel.addEventListener('keydown', (event) => {
      // A key that ends a composition says nothing to the form.
      if (event.isComposing) return;
      if (event.key === 'Escape') end(undefined);
      else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) yes();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    place.replaceChildren(panel);
    (inputs[0]?.[1] ?? panel.querySelector('button'))?.focus();
  });
}

function control({ value = '', options }: Asked): HTMLInputElement | HTMLSelectElement {
  if (options) {
    const select = document.createElement('select');
    for (const each of options) select.append(new Option(each.label, each.value));
    if (value !== '') select.value = value;
    return select;
  }
  const input = document.createElement('input');
  input.type = 'text';
  input.value = value;
  return input;
}

export function made(name: string, className: string): HTMLElement {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  return element;
}
