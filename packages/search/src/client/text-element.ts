/** An element with nothing but a text. */
export function textElement(name: 'mark' | 'span', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
