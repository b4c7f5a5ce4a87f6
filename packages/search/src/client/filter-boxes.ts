/** The choices by which results are narrowed: one box for each filter, with counts. */
import type { FilterValue } from './protocol.ts';

/** Every filter there is, in the order in which it is shown. */
export const FILTER_LABELS: Readonly<Record<string, string>> = {
  county: '县区',
  domain: '领域',
  unit: '单位',
  town: '乡镇',
  year: '年份',
  kind: '体裁',
  validity: '有效性',
};

export const FILTER_NAMES = Object.keys(FILTER_LABELS);

export interface FilterBoxes {
  /** Shows the values of an answer; a filter that has none and is not in use disappears. */
  show(filters: Readonly<Record<string, readonly FilterValue[]>>): void;
  /** Chosen values, by filter. */
  chosen(): Record<string, string>;
  choose(values: Readonly<Record<string, string>>): void;
}

/** Makes a labelled `select` for each filter in `root`; `changed` is called when one is chosen. */
export function makeFilterBoxes(root: HTMLElement, changed: () => void): FilterBoxes {
  const boxes = FILTER_NAMES.map((name) => {
    const label = document.createElement('label');
    label.textContent = FILTER_LABELS[name] ?? name;
    label.hidden = true;
    const select = document.createElement('select');
    select.name = name;
    select.addEventListener('change', changed);
    label.append(select);
    root.append(label);
    return { name, label, select };
  });
  root.hidden = true;

  return {
    show(filters) {
      for (const { name, label, select } of boxes) {
        const chosen = select.value;
        const values = filters[name] ?? [];
        const known = values.some(({ value }) => value === chosen);
        const listed = known || chosen === '' ? values : [...values, { value: chosen, count: 0 }];
        const options = listed.map(({ value, count }) => option(value, `${value}（${count}）`));
        select.replaceChildren(option('', '全部'), ...options);
        select.value = chosen;
        label.hidden = chosen === '' && values.length < (name === 'county' ? 2 : 1);
      }
      root.hidden = boxes.every(({ label }) => label.hidden);
    },
    chosen() {
      const pairs = boxes.map(({ name, select }) => [name, select.value] as const);
      return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
    },
    choose(values) {
      for (const { name, select } of boxes) {
        const value = values[name] ?? '';
        if (value !== '' && ![...select.options].some((each) => each.value === value)) {
          select.append(option(value, value));
        }
        select.value = value;
      }
    },
  };
}

function option(value: string, text: string): HTMLOptionElement {
  const made = document.createElement('option');
  made.value = value;
  made.textContent = text;
  return made;
}
