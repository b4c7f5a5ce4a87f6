import type { WidgetProps } from '../controls/props.ts';
import type { ImmutableMap } from '../decap-global.ts';
import { immutable } from '../decap-global.ts';

/** A control at the top of the open form. */
export interface Mounted {
  readonly props: WidgetProps;
  readonly state?: object | null;
  setState(state: object): void;
}

/** How often the open form is looked at: Decap tells controls of their own value only. */
const LOOK = 150;

const controls = new Map<string, Mounted>();
const listeners = new Set<() => void>();
/** What writes into the form what was typed and is not in it yet. */
const flushes = new Set<() => void>();
let seen: unknown;
let looking = false;
let _timer: number | undefined;

/**
 * The form that is open, as a whole: Decap gives each control its own value, while a proposed id, a table's head,
 * what is folded away, findings and drafts go by the values of others.
 */
export const openForm = {
  mount(name: string, control: Mounted): void {
    const first = controls.size === 0;
    controls.set(name, control);
    _timer ??= window.setInterval(look, LOOK);
    // At once: what is typed from now on is typed by the officer.
    if (first) look();
    lookSoon();
  },
  /** A control was drawn anew: what it holds may be another value. */
  drawn(): void {
    lookSoon();
  },
  unmount(name: string, control: Mounted): void {
    if (controls.get(name) === control) controls.delete(name);
    lookSoon();
  },
  /** Takes part where what is typed stands outside the form for a while; gives what ends it. */
  holdsBack(flush: () => void): () => void {
    flushes.add(flush);
    return () => flushes.delete(flush);
  },
  /** Writes into the form what was typed until now. */
  flush(): void {
    for (const flush of flushes) flush();
  },
  /** The open entry as it is now; nothing where no form is open. */
  entry(): ImmutableMap | undefined {
    for (const { props } of controls.values()) {
      const entry = props.getEntry?.();
      if (entry?.get('data')) return entry;
    }
    return undefined;
  },
  control: (name: string): Mounted | undefined => controls.get(name),
  values(): Record<string, unknown> {
    return (openForm.entry()?.get('data') as ImmutableMap | undefined)?.toJS() ?? {};
  },
  /** Fills in a field as an officer would; one that the form does not have is left out. */
  set(name: string, value: unknown): void {
    const control = controls.get(name);
    const data = openForm.entry()?.get('data') as ImmutableMap | undefined;
    if (!control || !data) return;
    // Decap's own list knows its parts by keys that it made as it was mounted.
    if (control.state && 'itemsCollapsed' in control.state) {
      const parts = Array.isArray(value) ? value : [];
      control.setState({
        keys: parts.map(() => window.crypto.randomUUID()),
        itemsCollapsed: parts.map(() => false),
      });
    }
    control.props.onChange(immutable(data, value));
  },
  /** Decap's own complaints of the form go: they would stop a draft from being saved, and say less than ours. */
  clearErrors({ fieldsErrors, onValidateObject }: WidgetProps): void {
    for (const id of fieldsErrors?.keySeq().toArray() ?? []) onValidateObject?.(id, []);
  },
  /** Tells of each change of the form, also of another that is opened; gives what ends it. */
  watch(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Looks as soon as what is going on is done, and before the next key: a form is seen as it was opened. */
function lookSoon(): void {
  if (looking) return;
  looking = true;
  window.queueMicrotask(() => {
    looking = false;
    look();
  });
}

function look(): void {
  const now = openForm.entry()?.get('data');
  if (now === seen) return;
  seen = now;
  for (const listener of listeners) {
    try {
      listener();
    } catch (error) {
      // What one part makes of a change keeps no other from it.
      console.error(error);
    }
  }
}
