import type { FormFinding } from '../../text/form-words.ts';
import { sentenceOf } from '../../text/form-words.ts';
import { type Element, h } from '../decap-global.ts';
import { findingsNow, watchFindings } from './judged.ts';

interface Box {
  readonly props: { readonly name: string };
  readonly state: { readonly findings: readonly FormFinding[] };
  stop?: () => void;
  setState(state: { findings: readonly FormFinding[] }): void;
}

const of = (name: string) => findingsNow().filter((finding) => finding.name === name);

/** What the rules find of one field, below it. An untouched new form is not scolded for what it lacks. */
const specification = {
  getInitialState(this: Box) {
    return { findings: of(this.props.name) };
  },
  componentDidMount(this: Box): void {
    this.stop = watchFindings(() => {
      const findings = of(this.props.name);
      const before = this.state.findings;
      if (findings.length > 0 || before.length > 0) this.setState({ findings });
    });
  },
  componentWillUnmount(this: Box): void {
    this.stop?.();
  },
  render(this: Box): Element | null {
    const { findings } = this.state;
    if (findings.length === 0) return null;
    const top = findings[0]?.label;
    return h(
      'ul',
      { className: 'editor-field-findings', 'aria-live': 'polite' },
      ...findings.map((finding) =>
        h(
          'li',
          {
            key: finding.rule + finding.message,
            className: finding.level,
            'data-rule': finding.rule,
          },
          sentenceOf(finding.label === top && !/第/.test(top ?? '') ? without(finding) : finding),
        ),
      ),
    );
  },
};

/** Beside its own field a finding needs no label. */
const without = ({ label: _, ...rest }: FormFinding): FormFinding => rest;

let made: unknown;
export function fieldFindings(name: string): Element {
  made ??= window.createClass(specification);
  return h(made, { name });
}
