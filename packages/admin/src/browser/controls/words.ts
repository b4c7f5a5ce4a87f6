import { type Element, h } from '../decap-global.ts';
import { type Change, focusing, type Widget } from './props.ts';

/** A line of words. Decap's own moves the cursor to where the last key was whenever anything is drawn anew. */
export const wordsControl = {
  render(this: Widget): Element {
    const { props } = this;
    return h('input', {
      id: props.forID,
      type: 'text',
      className: props.classNameWrapper,
      value: String(props.value ?? ''),
      onChange: ({ target }: Change) => props.onChange(target.value),
      ...focusing(props),
    });
  },
};
