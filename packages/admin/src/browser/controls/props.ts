import type { ImmutableMap } from '../decap-global.ts';

/** What Decap hands to a control, as much of it as ours use. */
export interface WidgetProps {
  readonly forID: string;
  readonly value: unknown;
  readonly field: ImmutableMap;
  /** The open entry as it is now. */
  readonly getEntry?: () => ImmutableMap | undefined;
  readonly classNameWrapper: string;
  /** The controls around this one; none for a field at the top of the form. */
  readonly parentIds?: readonly string[];
  readonly fieldsErrors?: { keySeq(): { toArray(): string[] } };
  readonly onChange: (value: unknown) => void;
  readonly setActiveStyle: () => void;
  readonly setInactiveStyle: () => void;
  /** Says what is wrong with a control; nothing: that nothing is. */
  readonly onValidateObject?: (id: string, errors: readonly unknown[]) => void;
  /** Takes a file into the open entry; it is stored when the entry is. */
  readonly onPersistMedia?: (file: File, options?: object) => Promise<unknown>;
}

/** A control made by `window.createClass`. */
export interface Widget<S = object> {
  readonly props: WidgetProps;
  readonly state: S;
  setState(state: Partial<S>, done?: () => void): void;
}

export type Change = {
  readonly target: { readonly value: string; readonly files?: FileList | null };
};

export const focusing = ({ setActiveStyle, setInactiveStyle }: WidgetProps) => ({
  onFocus: setActiveStyle,
  onBlur: setInactiveStyle,
});

/** Whether the open entry was never saved. */
export const isNew = ({ getEntry }: WidgetProps): boolean =>
  getEntry?.()?.get('newRecord') === true;

/** The values of the form, as plain data. */
export const dataOf = ({ getEntry }: WidgetProps): Record<string, unknown> => {
  const data = getEntry?.()?.get('data') as ImmutableMap | undefined;
  return data?.toJS() ?? {};
};
