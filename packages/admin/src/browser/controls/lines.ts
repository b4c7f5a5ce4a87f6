import { type Element, h, type ImmutableMap, plain } from '../decap-global.ts';
import { type Change, focusing, type Widget } from './props.ts';

interface State {
  readonly typed?: string | undefined;
}

/** Fields whose parts are words rather than sentences: they may also stand on one line. */
const WORDS = new Set(['keywords', 'columns', 'discloses', 'formerly']);

/** A list of texts in one box: a line each; words also with 、 or as cells of a spreadsheet. */
export const linesControl = {
  getInitialState: (): State => ({}),
  render(this: Widget<State>): Element {
    const { props, state } = this;
    const given = plain(props.value);
    const values = Array.isArray(given) ? given.map(String) : [];
    const apart = WORDS.has(String(props.field.get('name'))) ? /[\n\t、，,；;]/ : /\n/;
    const { onFocus, onBlur } = focusing(props);
    const text = state.typed ?? values.join('\n');
    return h('textarea', {
      id: props.forID,
      className: `${props.classNameWrapper} editor-lines`,
      rows: Math.max(2, text.split('\n').length),
      value: text,
      onChange: ({ target }: Change) => {
        this.setState({ typed: target.value });
        props.onChange(linesOf(target.value, apart));
      },
      onFocus,
      onBlur: () => {
        this.setState({ typed: undefined });
        onBlur();
      },
    });
  },
};

/** The parts of a text, without what is empty. */
export const linesOf = (text: string, apart: RegExp): string[] =>
  text
    .split(apart)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A row of a prescribed table: a box for each column, filled at once by pasting. */
export const numbersControl = {
  render(this: Widget): Element {
    const { props } = this;
    const given = plain(props.value);
    const values = Array.isArray(given) ? given.map(String) : [];
    const columns = plain(props.field.get('columns')) as readonly string[];
    const change = (next: readonly string[]) =>
      props.onChange(
        next.every((each) => each === '')
          ? []
          : columns.map((_, index) => numberOf(next[index] ?? '')),
      );
    return h(
      'div',
      { className: `${props.classNameWrapper} editor-numbers` },
      ...columns.map((name, index) =>
        h(
          'label',
          { key: name },
          h('span', null, name),
          h('input', {
            ...(index === 0 ? { id: props.forID } : {}),
            type: 'text',
            inputMode: 'numeric',
            value: values[index] ?? '',
            onChange: ({ target }: Change) => {
              const next = columns.map((_, i) =>
                i === index ? target.value.trim() : (values[i] ?? ''),
              );
              change(next);
            },
            onPaste: (event: ClipboardEvent) => {
              const parts = numbersIn(event.clipboardData?.getData('text/plain') ?? '');
              if (parts.length < 2) return;
              event.preventDefault();
              change(
                columns.map((_, i) =>
                  i < index ? (values[i] ?? '') : (parts[i - index] ?? values[i] ?? ''),
                ),
              );
            },
            ...focusing(props),
          }),
        ),
      ),
    );
  },
};

/** Numbers that were copied from a table or typed with commas of either kind. */
export const numbersIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .split(/[\s,、]+/)
    .filter((part) => part !== '');

/** A number of the form; an empty box of a row that is filled is none, and what is no number stays to be told. */
function numberOf(text: string): unknown {
  const plainText = text.normalize('NFKC').trim();
  if (plainText === '') return 0;
  return Number.isNaN(Number(plainText)) ? text : Number(plainText);
}

/** A switch that says in words how it stands. */
export const switchControl = {
  render(this: Widget): Element {
    const { props } = this;
    const on = props.value === true;
    return h(
      'div',
      { className: `${props.classNameWrapper} editor-switch` },
      h('input', {
        id: props.forID,
        type: 'checkbox',
        role: 'switch',
        checked: on,
        onChange: () => props.onChange(!on),
        ...focusing(props),
      }),
      h('label', { htmlFor: props.forID }, on ? '是' : '否'),
    );
  },
};

/** Whether a value of a field says something: what is empty or as it began may be folded away. */
export function isFilled(name: string, value: unknown): boolean {
  const given = plain(value as ImmutableMap);
  if (given === undefined || given === null || given === '' || given === false) return false;
  if (Array.isArray(given)) return given.length > 0;
  if (name === 'attribute') {
    const { type, ...rest } = given as Record<string, unknown>;
    return (
      (type !== undefined && type !== '主动') ||
      Object.values(rest).some((each) => isFilled('', each))
    );
  }
  if (typeof given === 'object') return Object.values(given).some((each) => isFilled('', each));
  return true;
}
