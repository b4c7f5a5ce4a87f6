import type { ChoiceList } from '../../config/decap.ts';
import { type Choice, choicesOf } from '../../config/facts.ts';
import { dateInWords } from '../../text/dates.ts';
import { type Element, h, plain } from '../decap-global.ts';
import { editor } from '../editor.ts';
import { entryList } from '../entry-list.ts';
import { combobox } from './combobox.ts';
import { focusing, isNew, type Widget, type WidgetProps } from './props.ts';

/** 公开事项: the folder an entry is filed in; moving a saved one is `columns move`. */
export const itemControl = {
  render(this: Widget): Element {
    const { props } = this;
    return combobox({
      id: props.forID,
      className: props.classNameWrapper,
      value: String(props.value ?? ''),
      choices: plain(props.field.get('options')) as Choice[],
      placeholder: '输入事项名称中的字查找',
      disabled: !isNew(props),
      onChange: props.onChange,
      ...focusing(props),
    });
  },
};

/** One or several of the county's own units, towns or items. */
export const choiceControl = {
  render(this: Widget): Element {
    const { props } = this;
    const choices = choicesOf(editor.facts, props.field.get('choices') as ChoiceList);
    return chosen(props, choices, '输入名称中的字查找');
  },
};

/** One or several other entries: found by title in what is published, or written by their id. */
export const entryControl = {
  getInitialState: () => ({ choices: [] }),
  componentDidMount(this: Widget): void {
    const kinds = (plain(this.props.field.get('kinds')) as string[] | undefined) ?? [];
    void entryList().then((entries) => {
      const fit = entries.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
      this.setState({
        choices: fit.map(({ id, title, published }) => ({
          label: `${title}（${dateInWords(published)}）`,
          value: id,
        })),
      });
    });
  },
  render(this: Widget<{ choices: readonly Choice[] }>): Element {
    return chosen(this.props, this.state.choices, '输入标题中的字查找', true);
  },
};

function chosen(
  props: WidgetProps,
  choices: readonly Choice[],
  placeholder: string,
  free = false,
): Element {
  if (props.field.get('multiple') === true) return many(props, choices, placeholder, free);
  const value = String(props.value ?? '');
  const known = value === '' || free || choices.some((choice) => choice.value === value);
  return combobox({
    id: props.forID,
    className: props.classNameWrapper,
    value,
    choices: known ? choices : [...choices, { label: `${value}（名单中没有）`, value }],
    placeholder,
    free,
    onChange: props.onChange,
    ...focusing(props),
  });
}

function many(
  props: WidgetProps,
  choices: readonly Choice[],
  placeholder: string,
  free: boolean,
): Element {
  const values = (plain(props.value) as string[] | undefined) ?? [];
  const name = (value: string) => choices.find((choice) => choice.value === value)?.label ?? value;
  return h(
    'div',
    { className: props.classNameWrapper },
    ...values.map((value) =>
      chip(name(value), () => props.onChange(values.filter((each) => each !== value))),
    ),
    combobox({
      id: props.forID,
      value: '',
      many: true,
      choices: choices.filter(({ value }) => !values.includes(value)),
      placeholder: values.length === 0 ? placeholder : '再加一项',
      free,
      onChange: (value) => {
        if (value !== '' && !values.includes(value)) props.onChange([...values, value]);
      },
      ...focusing(props),
    }),
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

/** 清单种类: one of the known forms, or a name of its own. */
export const formNameControl = {
  render(this: Widget): Element {
    const { props } = this;
    return combobox({
      id: props.forID,
      className: props.classNameWrapper,
      value: String(props.value ?? ''),
      choices: editor.facts.forms
        .filter(({ id }) => id !== 'tasks')
        .map(({ name }) => ({ label: name, value: name })),
      placeholder: '选一种，或写清单自己的名称',
      free: true,
      onChange: props.onChange,
      ...focusing(props),
    });
  },
};
