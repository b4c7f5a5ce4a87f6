/** What Decap's built file puts on the window, as much of it as we use. Its values are Immutable's. */
export interface ImmutableMap {
  get(name: string): unknown;
  set(name: string, value: unknown): ImmutableMap;
  getIn(path: readonly string[]): unknown;
  toJS(): Record<string, unknown>;
}

export type Element = object;
export type Component<P> = ((props: P) => Element | null) | object;

export interface Cms {
  init(options: { readonly config: object }): void;
  registerCustomFormat(name: string, extension: string, formatter: object): void;
  registerPreviewTemplate(name: string, component: unknown): void;
  registerPreviewStyle(style: string, options: { readonly raw: boolean }): void;
  registerWidget(name: string, control: unknown, preview?: unknown, schema?: unknown): void;
  getWidget(
    name: string,
  ): { readonly control: unknown; readonly preview: unknown; readonly schema: unknown } | undefined;
  registerEventListener(listener: {
    readonly name: 'preSave';
    /** Gives the data that is saved in place of the entry's. */
    readonly handler: (event: { readonly entry: ImmutableMap }) => ImmutableMap;
  }): void;
  registerLocale(name: string, phrases: object): void;
  getLocale(name: string): Record<string, unknown>;
  getBackend(name: string): { init(...given: unknown[]): unknown } | undefined;
}

type CreateElement = (
  type: unknown,
  properties?: Readonly<Record<string, unknown>> | null,
  ...children: unknown[]
) => Element;

declare global {
  interface Window {
    CMS: Cms;
    CMS_MANUAL_INIT?: boolean;
    h: CreateElement;
    createClass: (specification: object) => unknown;
  }
}

/** React's `createElement`, as Decap brings it. */
export const h: CreateElement = (type, properties, ...children) =>
  window.h(type, properties ?? {}, ...children);

/** A value of a widget as plain data: Decap hands over Immutable's own, or what was last given to it. */
export function plain(value: unknown): unknown {
  const own = value as { toJS?: () => unknown } | null | undefined;
  return typeof own?.toJS === 'function' ? own.toJS() : value;
}
