import { safeId } from '@columns/content/naming';
import { dayOf } from '../../text/dates.ts';
import { BEFORE } from '../../text/format.ts';
import { type Element, h } from '../decap-global.ts';
import { entryList } from '../entry-list.ts';
import { openForm } from '../form/open-form.ts';
import { type Change, dataOf, focusing, isNew, type Widget, type WidgetProps } from './props.ts';

interface Id extends Widget {
  /** Whether the officer wrote it; then it follows the title no more. */
  own: boolean;
  /** What was proposed last. */
  proposed: string;
  taken: ReadonlySet<string>;
  stop?: () => void;
}

type Title = (data: Readonly<Record<string, unknown>>) => string;

/**
 * 网址编号: pinyin of the title while nobody writes another. Written once; a saved entry keeps it, for it is its
 * address. `titleOf` says by what title it goes.
 */
function idOf(titleOf: Title, isSaved: (props: WidgetProps) => boolean): object {
  const propose = (widget: Id) => {
    const { props } = widget;
    const now = String(props.value ?? '');
    // What stands there and was not proposed here was written by the officer.
    if (widget.own || isSaved(props) || (now !== '' && now !== widget.proposed)) return;
    const title = titleOf(openForm.values()).trim();
    const id = title === '' ? '' : freeId(title, widget.taken);
    widget.proposed = id;
    if (id !== now) props.onChange(id);
  };
  return {
    componentDidMount(this: Id): void {
      this.taken = new Set();
      const { props } = this;
      const copied = isNew(props) && typeof dataOf(props)[BEFORE] === 'string';
      // A copy is another entry: it has an address and a day of its own.
      if (copied) openForm.set('published', dayOf(new Date()));
      this.proposed = copied ? String(props.value ?? '') : '';
      this.own = !copied && String(props.value ?? '') !== '';
      this.stop = openForm.watch(() => propose(this));
      void entryList().then((entries) => {
        this.taken = new Set(entries.map(({ id }) => id));
        propose(this);
      });
    },
    componentWillUnmount(this: Id): void {
      this.stop?.();
    },
    render(this: Id): Element {
      const { props } = this;
      return h('input', {
        id: props.forID,
        type: 'text',
        className: props.classNameWrapper,
        value: String(props.value ?? ''),
        readOnly: isSaved(props),
        autoCapitalize: 'none',
        autoComplete: 'off',
        spellCheck: false,
        placeholder: '填标题后自动写出',
        onChange: ({ target }: Change) => {
          const id = target.value.trim().toLowerCase();
          this.own = id !== '';
          props.onChange(id);
        },
        ...focusing(props),
      });
    },
  };
}

/** Pinyin of a title, numbered where an entry has it already. */
export function freeId(title: string, taken: ReadonlySet<string>): string {
  const made = safeId(title);
  for (let number = 1; ; number++) {
    const id = number === 1 ? made : `${made}-${number}`;
    if (!taken.has(id)) return id;
  }
}

export const idControl = idOf(
  ({ title }) => String(title ?? ''),
  (props) => !isNew(props),
);

/** The id of the interpretation that is written in its policy's form. */
export const besideIdControl = idOf(
  ({ interpretation }) => {
    const [given] = (Array.isArray(interpretation) ? interpretation : []) as { title?: unknown }[];
    return String(given?.title ?? '');
  },
  () => false,
);
