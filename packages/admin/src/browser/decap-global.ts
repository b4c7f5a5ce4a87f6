/** What Decap's built file puts on the window, as much of it as we use. Its values are Immutable's. */
export interface ImmutableMap {
  get(name: string): unknown;
  set(name: string, value: unknown): ImmutableMap;
  delete(name: string): ImmutableMap;
  clear(): ImmutableMap;
  toList(): { clear(): object };
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
    readonly name: 'preSave' | 'postSave' | 'prePublish';
    /** What it gives is saved in place of the entry's data; what it throws is told, and nothing is saved. */
    readonly handler: (event: {
      readonly entry: ImmutableMap;
    }) => Promise<ImmutableMap | undefined> | ImmutableMap | undefined;
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

/** React's element around several others without one of its own. */
export const FRAGMENT = Symbol.for('react.fragment');

/** Plain data as Immutable's own, of the copy that Decap brings: made of a map that she gave us. */
export function immutable(like: ImmutableMap, value: unknown): unknown {
  const Parts = like.toList().clear().constructor as new (parts: unknown[]) => unknown;
  const Fields = like.clear().constructor as new (fields: Record<string, unknown>) => unknown;
  const made = (given: unknown): unknown => {
    if (Array.isArray(given)) return new Parts(given.map(made));
    if (typeof given !== 'object' || given === null) return given;
    if (Object.getPrototypeOf(given) !== Object.prototype) return given;
    return new Fields(
      Object.fromEntries(Object.entries(given).map(([key, each]) => [key, made(each)])),
    );
  };
  return made(value);
}
