import { dateText } from '@columns/content';
import type { ChoiceList } from '../config/decap.ts';
import { type Choice, choicesOf } from '../config/facts.ts';
import { type Element, h, type ImmutableMap, plain } from './decap-global.ts';
import { editor } from './editor.ts';
import { entryList } from './entry-list.ts';

/** What Decap hands to a widget, as much of it as ours use. */
export interface WidgetProps {
  readonly forID: string;
  readonly value: unknown;
  readonly field: ImmutableMap;
  readonly entry?: ImmutableMap;
  readonly classNameWrapper: string;
  readonly onChange: (value: unknown) => void;
  readonly setActiveStyle: () => void;
  readonly setInactiveStyle: () => void;
}

interface Widget<S = object> {
  readonly props: WidgetProps;
  readonly state: S;
  setState(state: Partial<S>): void;
}

type Change = { readonly target: { readonly value: string; readonly files?: FileList | null } };

const focusing = ({ setActiveStyle, setInactiveStyle }: WidgetProps) => ({
  onFocus: setActiveStyle,
  onBlur: setInactiveStyle,
});

const option = ({ label, value }: Choice) => h('option', { value, key: value }, label);

/** 编号: written once; a saved entry keeps it, for it is its address. */
export const idControl = {
  render(this: Widget): Element {
    const { props } = this;
    const saved = props.entry?.get('newRecord') !== true;
    return h('input', {
      id: props.forID,
      type: 'text',
      className: props.classNameWrapper,
      value: String(props.value ?? ''),
      readOnly: saved,
      autoCapitalize: 'none',
      autoComplete: 'off',
      spellCheck: false,
      onChange: ({ target }: Change) => props.onChange(target.value.trim().toLowerCase()),
      ...focusing(props),
    });
  },
};

/** 公开事项: the folder an entry is filed in; moving a saved one is `columns move`. */
export const itemControl = {
  render(this: Widget): Element {
    const { props } = this;
    const saved = props.entry?.get('newRecord') !== true;
    return h(
      'select',
      {
        id: props.forID,
        className: props.classNameWrapper,
        value: String(props.value ?? ''),
        disabled: saved,
        onChange: ({ target }: Change) => props.onChange(target.value),
        ...focusing(props),
      },
      h('option', { value: '' }, '请选择'),
      ...(plain(props.field.get('options')) as Choice[]).map(option),
    );
  },
};

/** One or several of the county's own units, towns or items. */
export const choiceControl = {
  render(this: Widget): Element {
    const { props } = this;
    const choices = choicesOf(editor.facts, props.field.get('choices') as ChoiceList);
    return props.field.get('multiple') === true ? many(props, choices) : one(props, choices);
  },
};

function one(props: WidgetProps, choices: readonly Choice[]): Element {
  const value = String(props.value ?? '');
  const known = value === '' || choices.some((choice) => choice.value === value);
  return h(
    'select',
    {
      id: props.forID,
      className: props.classNameWrapper,
      value,
      onChange: ({ target }: Change) => props.onChange(target.value),
      ...focusing(props),
    },
    h('option', { value: '' }, '（不写）'),
    ...(known ? [] : [option({ label: `${value}（名单中没有）`, value })]),
    ...choices.map(option),
  );
}

function many(props: WidgetProps, choices: readonly Choice[]): Element {
  const values = (plain(props.value) as string[] | undefined) ?? [];
  const name = (value: string) => choices.find((choice) => choice.value === value)?.label ?? value;
  return h(
    'div',
    { className: props.classNameWrapper },
    ...values.map((value) =>
      chip(name(value), () => props.onChange(values.filter((each) => each !== value))),
    ),
    h(
      'select',
      {
        id: props.forID,
        className: 'editor-add',
        value: '',
        onChange: ({ target }: Change) => {
          if (target.value !== '' && !values.includes(target.value))
            props.onChange([...values, target.value]);
        },
        ...focusing(props),
      },
      h('option', { value: '' }, '添加……'),
      ...choices.map(option),
    ),
  );
}

function chip(label: string, remove: () => void): Element {
  return h(
    'p',
    { className: 'editor-chip', key: label },
    label,
    ' ',
    h('button', { type: 'button', onClick: remove, 'aria-label': `去掉 ${label}` }, '去掉'),
  );
}

/** How much of a date is known: what stands in the list, how long it is, and what asks for it. */
const KNOWN = [
  { label: '年月日', length: 10, type: 'date' },
  { label: '只知道年月', length: 7, type: 'month' },
  { label: '只知道年份', length: 4, type: 'number' },
] as const;

type Known = (typeof KNOWN)[number];

/** What Decap is given as the default of a date: today. */
const NOW = '{{now}}';

/** A date as far as it is known: what a document does not say is not made up. */
export const dateControl = {
  getInitialState: () => ({}),
  componentDidMount(this: Widget): void {
    if (this.props.value === NOW) this.props.onChange(today());
  },
  render(this: Widget<{ known?: Known }>): Element {
    const { props, state } = this;
    // YAML reads a bare year as a number.
    const value = props.value === NOW ? '' : String(props.value ?? '');
    const known = state.known ?? KNOWN.find(({ length }) => length === value.length) ?? KNOWN[0];
    return h(
      'div',
      { className: `${props.classNameWrapper} editor-date` },
      h('input', {
        id: props.forID,
        type: known.type,
        // Where a browser has no choice of months, this is what is typed.
        placeholder: known.type === 'month' ? '2023-05' : '2023',
        value: value.length >= known.length ? value.slice(0, known.length) : '',
        onChange: ({ target }: Change) => props.onChange(target.value),
        ...focusing(props),
      }),
      h(
        'select',
        {
          'aria-label': '日期知道到哪里',
          value: known.type,
          onChange: ({ target }: Change) => {
            const next = KNOWN.find(({ type }) => type === target.value) ?? KNOWN[0];
            this.setState({ known: next });
            if (value.length > next.length) props.onChange(value.slice(0, next.length));
          },
        },
        ...KNOWN.map(({ label, type }) => option({ label, value: type })),
      ),
    );
  },
};

function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Another entry: chosen by title from what is published, or written by its id. */
export const entryControl = {
  componentDidMount(this: Widget): void {
    const kinds = (plain(this.props.field.get('kinds')) as string[] | undefined) ?? [];
    void entryList().then((entries) => {
      const fit = entries.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
      this.setState({ entries: fit });
    });
  },
  getInitialState: () => ({ entries: [] }),
  render(
    this: Widget<{ entries: readonly { id: string; title: string; published: string }[] }>,
  ): Element {
    const { props, state } = this;
    const value = String(props.value ?? '');
    const found = state.entries.find(({ id }) => id === value);
    const list = `${props.forID}-list`;
    return h(
      'div',
      { className: props.classNameWrapper },
      h('input', {
        id: props.forID,
        type: 'text',
        className: 'editor-reference',
        list,
        value,
        placeholder: '输入标题中的字查找，或直接写编号',
        onChange: ({ target }: Change) => props.onChange(target.value.trim()),
        ...focusing(props),
      }),
      h(
        'datalist',
        { id: list },
        ...matching(state.entries, value).map(({ id, title, published }) =>
          h('option', { value: id, key: id }, `${title}（${dateText(published)}）`),
        ),
      ),
      found ? h('p', { className: 'editor-found' }, found.title) : null,
    );
  },
};

/** A list of ten thousand would stop a phone: the nearest fifty are offered. */
function matching<T extends { readonly id: string; readonly title: string }>(
  entries: readonly T[],
  text: string,
): readonly T[] {
  const fit =
    text === ''
      ? entries
      : entries.filter(({ id, title }) => title.includes(text) || id.includes(text));
  return fit.slice(0, 50);
}
