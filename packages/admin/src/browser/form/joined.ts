import type { WidgetProps } from '../controls/props.ts';
import { type Element, FRAGMENT, h } from '../decap-global.ts';
import { fieldFindings } from './field-findings.ts';
import { type Mounted, openForm } from './open-form.ts';

/** A control as React makes it, as much of it as ours is built on. */
export interface Control extends Mounted {
  readonly props: WidgetProps;
  componentDidMount?(): void;
  componentDidUpdate?(...before: never[]): void;
  componentWillUnmount?(): void;
  render(): Element;
}

/**
 * A control that takes part in the form as a whole: the form can fill it in, and what the rules find of it stands
 * below it. It stops no save by itself; that is asked at once for all.
 */
export function joined(Own: new (...given: never[]) => Control): unknown {
  return class extends Own {
    #top = false;

    validate = (): void => openForm.clearErrors(this.props);

    override componentDidMount(): void {
      super.componentDidMount?.();
      this.#top = (this.props.parentIds ?? []).length === 0;
      if (this.#top) openForm.mount(this.#name, this);
    }

    override componentDidUpdate(...before: never[]): void {
      super.componentDidUpdate?.(...before);
      openForm.drawn();
    }

    override componentWillUnmount(): void {
      super.componentWillUnmount?.();
      openForm.unmount(this.#name, this);
    }

    get #name(): string {
      return String(this.props.field.get('name'));
    }

    override render(): Element {
      const own = super.render();
      if ((this.props.parentIds ?? []).length > 0) return own;
      return h(FRAGMENT, null, own, fieldFindings(this.#name));
    }
  };
}
