import type { View } from './view.ts';

/** What every control of the toolbar works with. */
export interface Desk {
  readonly columns: readonly string[];
  readonly view: () => View;
  /** `typing` says that more will follow at once. */
  readonly change: (change: Partial<View>, typing?: boolean) => void;
}

/** A control that can show what a view says. */
export interface Control {
  readonly element: HTMLElement;
  show(view: View): void;
}
