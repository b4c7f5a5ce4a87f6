import { isFilled } from '../controls/lines.ts';
import type { Widget } from '../controls/props.ts';
import { type Element, h } from '../decap-global.ts';
import { findingsNow, watchFindings } from './judged.ts';
import { openForm } from './open-form.ts';

interface State {
  readonly open: boolean;
  readonly folded: number;
}

interface More extends Widget<State> {
  stops?: (() => void)[];
}

let now: More | undefined;
/** Fields that were brought up by a jump, and stay. */
const shown = new Set<string>();

/**
 * 更多: folds away the fields below it that nothing is said in and nothing is found of. Decap draws all fields of a
 * form in one list, so what is folded is hidden on the page.
 */
export const moreControl = {
  getInitialState: (): State => ({ open: false, folded: 0 }),
  componentDidMount(this: More): void {
    now = this;
    shown.clear();
    const fold = () => foldBelow(this);
    this.stops = [openForm.watch(fold), watchFindings(fold)];
    // Once the fields below are there.
    window.setTimeout(fold);
  },
  componentWillUnmount(this: More): void {
    for (const stop of this.stops ?? []) stop();
    if (now === this) now = undefined;
  },
  componentDidUpdate(this: More): void {
    foldBelow(this);
  },
  render(this: More): Element {
    const { open, folded } = this.state;
    const words = open ? '收起不填的项目' : `更多项目（${folded} 项，需要时再填）`;
    return h(
      'button',
      {
        id: this.props.forID,
        type: 'button',
        className: 'editor-more',
        'aria-label': words,
        'aria-expanded': open,
        onClick: () => this.setState({ open: !open }),
      },
      words,
    );
  },
};

/** Opens the fold where it hides this field. */
export function unfold(name: string): void {
  shown.add(name);
  if (now) foldBelow(now);
}

function foldBelow(more: More): void {
  const button = document.getElementById(more.props.forID);
  const own = button?.parentElement;
  if (!own) return;
  // The button says itself what it is.
  (button.previousElementSibling as HTMLElement | null)?.setAttribute('hidden', '');
  const values = openForm.values();
  const found = new Set(findingsNow().map(({ name }) => name));
  let folded = 0;
  for (let at = own.nextElementSibling; at; at = at.nextElementSibling) {
    const name = /^(.+)-field-\d+$/.exec(at.querySelector('label')?.htmlFor ?? '')?.[1];
    if (name === undefined) continue;
    const needed = shown.has(name) || found.has(name) || isFilled(name, values[name]);
    const hide = !needed;
    if (hide) folded += 1;
    (at as HTMLElement).hidden = hide && !more.state.open;
  }
  if (folded !== more.state.folded) more.setState({ folded });
}
