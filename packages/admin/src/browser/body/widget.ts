import { readCollectionName } from '../../config/collections.ts';
import type { WidgetProps } from '../controls/props.ts';
import { type Element, h, type ImmutableMap, plain } from '../decap-global.ts';
import { openForm } from '../form/open-form.ts';
import { parts } from '../parts.ts';
import { fileNames, openFolder } from '../uploads.ts';
import type { BodyDoor, FormDoor } from './door.ts';
import type { BodyEditor } from './view.ts';

/** What Decap hands to the control of a text beside what every control is given. */
interface BodyProps extends WidgetProps {
  /** The open entry as it is now. */
  readonly getEntry?: () => ImmutableMap | undefined;
  readonly onPersistMedia?: (file: File, options?: object) => Promise<unknown>;
  readonly getAsset?: (path: string, field?: unknown) => { readonly url?: string } | undefined;
}

interface BodyWidget {
  readonly props: BodyProps;
  place?: HTMLElement | null;
  body?: BodyEditor | undefined;
  id?: string | undefined;
  /** While the control stands in a form. */
  stops?: (() => void)[] | undefined;
}

/** 正文: the editor of the text. React sees an empty box; what is in it is the editor's. */
export const bodyControl = {
  componentDidMount(this: BodyWidget): void {
    this.id = idOf(this.props);
    this.stops = [];
    void parts.text().then(
      ({ BodyEditor }) => begin(this, BodyEditor),
      ({ message }: Error) => this.place?.append(message),
    );
  },
  componentDidUpdate(this: BodyWidget, before: BodyProps): void {
    const { body, props } = this;
    const text = String(props.value ?? '');
    // What the editor has just said itself comes back here, too.
    if (props.value !== before.value && text !== body?.text) body?.setText(text);
  },
  componentWillUnmount(this: BodyWidget): void {
    for (const stop of this.stops ?? []) stop();
    this.stops = undefined;
    this.body?.destroy();
    this.body = undefined;
  },
  render(this: BodyWidget): Element {
    return h('div', {
      ref: (place: HTMLElement | null) => {
        this.place = place;
      },
    });
  },
};

/** The text is opened as the form has it once its editor is here; a form that was left meanwhile has no place for it. */
function begin(widget: BodyWidget, Editor: typeof BodyEditor): void {
  const { props, place } = widget;
  if (!place || !widget.stops) return;
  widget.body = new Editor(place, {
    id: props.forID,
    label: String(props.field.get('label') ?? '正文'),
    text: String(props.value ?? ''),
    door: doorOf(widget),
    onChange: (text) => widget.props.onChange(text),
    onFocus: () => widget.props.setActiveStyle(),
    onBlur: () => widget.props.setInactiveStyle(),
  });
  // Decap tells a control nothing of other fields; the id is changed where the cursor has just left.
  const follow = () => followId(widget);
  document.addEventListener('focusout', follow);
  widget.stops.push(
    () => document.removeEventListener('focusout', follow),
    openForm.holdsBack(() => widget.body?.flush()),
  );
}

function followId(widget: BodyWidget): void {
  const [before, id] = [widget.id, idOf(widget.props)];
  widget.id = id ?? before;
  if (before === undefined || id === undefined || id === before) return;
  widget.body?.rename(before, id);
  widget.body?.flush();
}

const dataOf = ({ getEntry }: BodyProps): Record<string, unknown> =>
  (getEntry?.()?.get('data') as ImmutableMap | undefined)?.toJS() ?? {};

function idOf(props: BodyProps): string | undefined {
  const { id } = dataOf(props);
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function doorOf(widget: BodyWidget): BodyDoor {
  return {
    id: () => idOf(widget.props),
    attachments() {
      const listed = plain(dataOf(widget.props)['attachments']);
      if (!Array.isArray(listed)) return [];
      return listed.flatMap((each: { file?: unknown; name?: unknown }) =>
        typeof each?.file === 'string' && each.file !== ''
          ? [{ file: each.file, name: String(each.name ?? '') }]
          : [],
      );
    },
    async store(file) {
      const { name, again } = await fileNames.choose(file, openFolder());
      if (!again) {
        const { type, lastModified } = file;
        await widget.props.onPersistMedia?.(new File([file], name, { type, lastModified }));
      }
      return name;
    },
    ...(isTop(widget.props) ? { form: formDoor() } : {}),
    picture(name) {
      const address = widget.props.getAsset?.(name, widget.props.field)?.url;
      return typeof address === 'string' && address !== '' ? address : undefined;
    },
  };
}

/** Whether the text is the entry's own, and not that of an interpretation in its form. */
const isTop = ({ parentIds }: BodyProps): boolean => (parentIds ?? []).length === 0;

function formDoor(): FormDoor {
  const [, collection = ''] = /#\/collections\/([^/?]+)/.exec(window.location.hash) ?? [];
  const { kind, domain } = readCollectionName(collection);
  return {
    kind,
    place() {
      const item = openForm.values()['item'];
      if (domain === undefined) return undefined;
      return typeof item === 'string' && item !== '' ? `${domain}/${item}` : domain;
    },
    values: () => openForm.values(),
    set: (name, value) => openForm.set(name, value),
  };
}
