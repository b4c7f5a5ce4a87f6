import type { Control, Desk } from './controls.ts';
import { element, fill } from './dom.ts';
import type { Choice, Records } from './records.ts';

/** For each column of few values a list to choose one from; filled when the rows are there. */
export function choiceBoxes({ columns, view, change }: Desk): Control & {
  offer(records: Records): void;
} {
  const host = element('div', { class: 'register-choices' }, '正在载入……');
  let lists: { column: string; values: readonly Choice[]; select: HTMLSelectElement }[] = [];
  return { element: host, show, offer };

  function offer(records: Records): void {
    lists = columns
      .map((column, i) => ({ column, values: records.choices(i) }))
      .filter(({ values }) => values.length > 0)
      .map(({ column, values }) => ({ column, values, select: list(column, values) }));
    const labels = lists.map(({ column, select }) =>
      element('label', {}, element('span', {}, column), select),
    );
    fill(host, ...labels);
    if (labels.length === 0) {
      host.append('各列的内容很少重复，没有可选的值。请在“筛选”中输入文字。');
    }
    show(view());
  }

  function list(column: string, values: readonly Choice[]): HTMLSelectElement {
    const select = element('select', {}, new Option('全部'));
    for (const { value, rows } of values)
      select.append(new Option(`${value || '（空）'}（${rows}）`));
    select.addEventListener('change', () => {
      const { [column]: _, ...others } = view().choices;
      const chosen = values[select.selectedIndex - 1];
      change({ choices: chosen ? { ...others, [column]: chosen.value } : others });
    });
    return select;
  }

  function show({ choices }: { choices: Readonly<Record<string, string>> }): void {
    for (const { column, values, select } of lists) {
      const wanted = choices[column];
      select.selectedIndex = values.findIndex(({ value }) => value === wanted) + 1;
    }
  }
}
