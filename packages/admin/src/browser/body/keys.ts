import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import {
  type InputRule,
  inputRules,
  textblockTypeInputRule,
  undoInputRule,
  wrappingInputRule,
} from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Plugin } from 'prosemirror-state';
import { goToNextCell } from 'prosemirror-tables';
import {
  backToText,
  besideBlock,
  enter,
  insertNote,
  item,
  lineEnd,
  nextCell,
  removeEmptyNote,
  setStyle,
  toggle,
  toggleList,
} from './commands.ts';
import { type } from './schema.ts';

/** The keys that Word has for the same, where it has any. */
export function keys(ask: { link(): boolean; toolbar(): boolean }): Plugin[] {
  return [
    keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      'Mod-b': toggle('strong'),
      'Mod-u': toggle('u'),
      'Mod-k': () => ask.link(),
      'Alt-F10': () => ask.toolbar(),
      'Mod-Alt-0': setStyle(0),
      'Mod-Alt-1': setStyle(2),
      'Mod-Alt-2': setStyle(3),
      'Mod-Alt-3': setStyle(4),
      'Mod-Shift-7': toggleList('ordered_list'),
      'Mod-Shift-8': toggleList('bullet_list'),
      'Mod-Alt-f': insertNote,
      Escape: backToText,
      Enter: enter,
      'Shift-Enter': lineEnd,
      'Mod-Enter': besideBlock('after'),
      'Shift-Mod-Enter': besideBlock('before'),
      Tab: chainCommands(nextCell, item.deeper),
      'Shift-Tab': chainCommands(goToNextCell(-1), item.higher),
      Backspace: chainCommands(undoInputRule, removeEmptyNote),
    }),
    keymap(baseKeymap),
  ];
}

/** What the dialect has at the beginning of a line becomes what it means as it is typed. */
export const typed = (): Plugin => inputRules({ rules: RULES });

const RULES: InputRule[] = [
  textblockTypeInputRule(/^(#{1,6}) $/, type('heading'), ([, marks = '']) => ({
    level: marks.length,
  })),
  wrappingInputRule(/^- $/, type('bullet_list')),
  wrappingInputRule(
    /^1\. $/,
    type('ordered_list'),
    null,
    // A list of numbers goes on only where somebody begins it again.
    () => false,
  ),
];
