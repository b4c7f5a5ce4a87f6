import { dayOf } from '../../text/dates.ts';
import { BEFORE } from '../../text/format.ts';
import { type Element, h } from '../decap-global.ts';
import { entryList } from '../entry-list.ts';
import { openForm } from '../form/open-form.ts';
import { parts } from '../parts.ts';
import { type Change, dataOf, focusing, isNew, type Widget, type WidgetProps } from './props.ts';

interface Id extends Widget {
  /** Whether the officer wrote it; then it follows the title no more. */
  own: boolean;
  /** What was proposed last. */
  proposed: string;
  taken: ReadonlySet<string>;
  /** What spells a title, once it is here. */
  spell?: (title: string) => string;
  stop?: () => void;
}

/** Ends when the id of the form that was opened last is proposed, or can be. */
let proposing: Promise<void> = Promise.resolve();

/** Waits for the id that is proposed. @throws Stopped where what spells it does not come */
export const proposed = (): Promise<void> => proposing;

type Title = (data: Readonly<Record<string, unknown>>) => string;

/**
 * 网址编号: pinyin of the title while nobody writes another. Written once; a saved entry keeps it, for it is its
 * address. `titleOf` says by what title it goes.
 */
function idOf(titleOf: Title, isSaved: (props: WidgetProps) => boolean) {
  const propose = (widget: Id) => {
    const { props } = widget;
    const now = String(props.value ?? '');
    // What stands there and was not proposed here was written by the officer.
    const { spell } = widget;
    if (!spell || widget.own || isSaved(props) || (now !== '' && now !== widget.proposed)) return;
    const title = titleOf(openForm.values()).trim();
    const id = title === '' ? '' : freeId(spell(title), widget.taken);
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
      if (isSaved(this.props)) return;
      proposing = Promise.all([entryList(), parts.names()]).then(([entries, { safeId }]) => {
        this.taken = new Set(entries.map(({ id }) => id));
        this.spell = (title) => safeId(title);
        propose(this);
      });
      // Who saves is told.
      proposing.catch(() => undefined);
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

/** The id that was made of a title, numbered where an entry has it already. */
export function freeId(made: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? made : `${made}-${number}`;
    if (!taken.has(id)) return id;
  }
}

export const idControl = idOf(
  ({ title }) => String(title ?? ''),
  (props) => !isNew(props),
);

type Beside = { readonly title?: unknown; readonly form?: unknown };

const besideOf = ({ interpretation }: Readonly<Record<string, unknown>>): Beside | undefined =>
  Array.isArray(interpretation) ? (interpretation[0] as Beside | undefined) : undefined;

const besideId = idOf(
  (values) => String(besideOf(values)?.title ?? ''),
  () => false,
);

/** The id of the interpretation that is written in its policy's form; one that is begun there has a title, too. */
export const besideIdControl = {
  ...besideId,
  componentDidMount(this: Id): void {
    besideId.componentDidMount.call(this);
    const values = openForm.values();
    const beside = besideOf(values);
    if (!beside || (beside.title ?? '') !== '' || String(values['title'] ?? '').trim() === '')
      return;
    const form = (beside.form ?? '') === '' ? '文字' : beside.form;
    const begun = { ...beside, title: explaining(String(values['title'])), form };
    // Once Decap has drawn the part that is being added.
    window.setTimeout(() => openForm.set('interpretation', [begun]));
  },
};

/** 关于印发《甲办法》的通知 → 《甲办法》解读: what is explained is the document, not the letter that sends it. */
export function explaining(title: string): string {
  const sent = /^关于(?:修订|修改|调整|公布|印发|转发|发布)+(.+?)的(?:通知|公告|函)$/.exec(
    title.trim(),
  );
  const document = (sent?.[1] ?? title.trim()).replace(/^《(.+)》$/, '$1');
  return `《${document}》解读`;
}
