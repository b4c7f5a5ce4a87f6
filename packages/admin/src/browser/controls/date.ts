import { dateInWords, typedDate } from '../../text/dates.ts';
import { type Element, h } from '../decap-global.ts';
import { type Change, focusing, type Widget } from './props.ts';

interface State {
  readonly typed?: string | undefined;
}

/**
 * A date, typed as an office writes it or taken from the calendar. Where the document does not say the day, the
 * month or year alone is written: what is not known is not made up.
 */
export const dateControl = {
  getInitialState: (): State => ({}),
  render(this: Widget<State>): Element {
    const { props, state } = this;
    // YAML reads a bare year as a number.
    const value = String(props.value ?? '');
    const { onFocus, onBlur } = focusing(props);
    const settle = () => {
      this.setState({ typed: undefined });
      onBlur();
    };
    return h(
      'div',
      { className: `${props.classNameWrapper} editor-date` },
      h('input', {
        id: props.forID,
        type: 'text',
        autoComplete: 'off',
        placeholder: '如 2026年7月1日',
        value: state.typed ?? value,
        onChange: ({ target }: Change) => {
          this.setState({ typed: target.value });
          props.onChange(typedDate(target.value));
        },
        onFocus,
        onBlur: settle,
      }),
      h('input', {
        type: 'date',
        className: 'editor-calendar',
        'aria-label': '从日历中选',
        title: '从日历中选',
        value: /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '',
        onChange: ({ target }: Change) => {
          this.setState({ typed: undefined });
          props.onChange(target.value);
        },
      }),
      h('span', { className: 'editor-said' }, value === '' ? '' : spoken(value)),
    );
  },
};

const DAYS = '日一二三四五六';

/** 2026年7月1日 星期三, by which an officer sees that the right day stands there. */
function spoken(value: string): string {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(value)) return '看不出是哪一天';
  const day = value.length === 10 ? new Date(`${value}T00:00:00`) : undefined;
  if (day && (Number.isNaN(day.getTime()) || day.getDate() !== Number(value.slice(8))))
    return '没有这一天';
  return `${dateInWords(value)}${day ? ` 星期${DAYS.charAt(day.getDay())}` : ''}`;
}
