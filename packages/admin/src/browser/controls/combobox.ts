import type { Choice } from '../../config/facts.ts';
import { type Element, h } from '../decap-global.ts';

/** Choices that are shown at once; more are found by typing. */
const MOST_SHOWN = 60;

export interface ComboboxProps {
  readonly id: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly placeholder: string;
  /** Whether what is typed may be a value of its own. */
  readonly free?: boolean;
  readonly disabled?: boolean;
  readonly className?: string;
  /** Whether the box is empty again after a choice: several are chosen one after another. */
  readonly many?: boolean;
  readonly onChange: (value: string) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
}

interface State {
  /** What is being typed; nothing while nobody does. */
  readonly typed?: string | undefined;
  readonly open: boolean;
  /** The choice that Enter takes. */
  readonly at: number;
}

interface Combobox {
  readonly props: ComboboxProps;
  readonly state: State;
  setState(state: Partial<State>): void;
}

type Key = {
  readonly key: string;
  preventDefault(): void;
  readonly nativeEvent?: { isComposing?: boolean };
};

/** The choices that have every word of what was typed, in their label or value. */
export function matching<T extends Choice>(choices: readonly T[], typed: string): readonly T[] {
  const words = typed
    .trim()
    .toLowerCase()
    .split(/[\s›/]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return choices;
  const fit = (text: string) => words.every((word) => text.includes(word));
  return choices.filter(({ label, value }) => fit(`${label} ${value}`.toLowerCase()));
}

/** A box that finds one of many choices by what is typed: arrows and Enter choose, Escape leaves it as it was. */
const specification = {
  getInitialState: (): State => ({ open: false, at: 0 }),
  render(this: Combobox): Element {
    const { props, state } = this;
    const { id, value, choices, disabled = false, free = false, many = false } = props;
    const label = many ? '' : (choices.find((each) => each.value === value)?.label ?? value);
    const found = matching(choices, state.typed ?? '').slice(0, MOST_SHOWN);
    const list = `${id}-choices`;
    const take = (chosen: string) => {
      this.setState({ typed: undefined, open: false, at: 0 });
      if (chosen !== value || many) props.onChange(chosen);
    };
    const leave = () => {
      props.onBlur?.();
      const { typed } = this.state;
      if (typed === undefined) return this.setState({ open: false });
      const text = typed.trim();
      const exact = choices.find((each) => each.label === text || each.value === text);
      const only = matching(choices, text);
      if (exact) take(exact.value);
      else if (text === '' && !many) take('');
      else if (free) take(text);
      else if (text !== '' && only.length === 1) take((only[0] as Choice).value);
      else this.setState({ typed: undefined, open: false });
    };
    const press = (event: Key) => {
      if (event.nativeEvent?.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) {
        event.preventDefault();
        const at = state.open ? state.at + step : state.at;
        this.setState({ open: true, at: Math.max(0, Math.min(found.length - 1, at)) });
      } else if (event.key === 'Enter') {
        event.preventDefault();
        const chosen = found[state.at];
        if (state.open && chosen && (state.typed !== undefined || !free)) take(chosen.value);
        else if (free && state.typed !== undefined) take(state.typed.trim());
      } else if (event.key === 'Escape' && state.open) {
        event.preventDefault();
        this.setState({ typed: undefined, open: false });
      }
    };
    return h(
      'div',
      { className: `editor-combobox ${props.className ?? ''}` },
      h('input', {
        id,
        type: 'text',
        role: 'combobox',
        autoComplete: 'off',
        spellCheck: false,
        'aria-autocomplete': 'list',
        'aria-expanded': state.open,
        'aria-controls': list,
        ...(state.open && found[state.at]
          ? { 'aria-activedescendant': `${list}-${state.at}` }
          : {}),
        value: state.typed ?? label,
        placeholder: props.placeholder,
        disabled,
        title: label,
        onFocus: (event: { target: HTMLInputElement }) => {
          props.onFocus?.();
          event.target.select();
        },
        onClick: () => this.setState({ open: true }),
        onBlur: leave,
        onKeyDown: press,
        onChange: ({ target }: { target: { value: string } }) =>
          this.setState({ typed: target.value, open: true, at: 0 }),
      }),
      state.open && !disabled
        ? h(
            'ul',
            { id: list, role: 'listbox', className: 'editor-choices' },
            ...found.map((choice, index) =>
              h(
                'li',
                {
                  key: choice.value,
                  id: `${list}-${index}`,
                  role: 'option',
                  'aria-selected': index === state.at,
                  // Before the box loses its focus.
                  onMouseDown: (event: { preventDefault(): void }) => {
                    event.preventDefault();
                    take(choice.value);
                  },
                },
                choice.label,
              ),
            ),
            found.length === 0 ? h('li', { className: 'none' }, '没有找到，换几个字试试') : null,
          )
        : null,
    );
  },
};

let made: unknown;
/** The element of a combobox. React is Decap's, so its class is made once the page has it. */
export function combobox(props: ComboboxProps): Element {
  made ??= window.createClass(specification);
  return h(made, { ...props });
}
