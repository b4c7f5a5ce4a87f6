/** A text with `{slots}`, cut once so that filling it is joining. */
export type Template = readonly string[];

/** Every second part is the name of a slot. */
export function compile(text: string): Template {
  return text.split(/\{(\w+)\}/);
}

export function fill(template: Template, slot: (name: string) => string): string {
  let text = template[0] ?? '';
  for (let index = 1; index < template.length; index += 2) {
    text += slot(template[index] as string) + (template[index + 1] as string);
  }
  return text;
}
