import { choiceBoxes } from './choice-boxes.ts';
import { columnBoxes } from './column-boxes.ts';
import type { Desk } from './controls.ts';
import { button, element } from './dom.ts';
import { panel } from './panel.ts';
import { queryBox } from './query-box.ts';
import type { Records } from './records.ts';
import { sortBox } from './sort-box.ts';
import { isUntouched, UNTOUCHED, type View } from './view.ts';

export interface Toolbar {
  /** Shows in the controls what the view says. */
  show(view: View): void;
  /** Offers what only the rows can tell. */
  offer(records: Records): void;
  /** What has happened, also for those who do not see it. */
  say(text: string): void;
}

/** Builds the tools of a register into `host`; `load` asks for its rows before anything is changed. */
export function toolbar(host: HTMLElement, desk: Desk, load: () => void): Toolbar {
  const query = queryBox(desk);
  const sort = sortBox(desk);
  const choices = choiceBoxes(desk);
  const columns = columnBoxes(desk);
  const choicePanel = panel('register-choice-panel', '按列筛选', choices.element, load);
  const columnPanel = panel('register-column-panel', '显示列', columns.element);
  const reset = button('恢复原表', () => {
    desk.change(UNTOUCHED);
    // The button is now disabled; whoever pressed it goes on from the beginning.
    query.focus();
  });
  const status = element('p', { class: 'register-status', role: 'status', 'aria-live': 'polite' });
  const parts = [query.element, sort.element, choicePanel.toggle, columnPanel.toggle, reset];
  const bar = element('form', { class: 'register-bar', 'aria-label': '表格工具' }, ...parts);
  bar.addEventListener('submit', (event) => event.preventDefault());
  host.append(bar, choicePanel.body, columnPanel.body, status);
  return {
    offer: choices.offer,
    show(view) {
      for (const control of [query, sort, choices, columns]) control.show(view);
      reset.disabled = isUntouched(view);
    },
    say(text) {
      if (status.textContent !== text) status.textContent = text;
    },
  };
}
