type Attributes = Readonly<Record<string, string>>;

/** Makes an element; texts become text nodes, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Replaces all children; `replaceChildren` is younger than the browsers we serve. */
export function fill(parent: Element, ...children: (Node | string)[]): void {
  parent.textContent = '';
  parent.append(...children);
}

/** A button that a form does not take for its own. */
export function button(text: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, text);
  made.addEventListener('click', press);
  return made;
}
