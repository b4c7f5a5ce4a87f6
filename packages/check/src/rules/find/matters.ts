import type { Entry, Figure } from '@columns/content';
import { isOpen, LEVEL_NAMES, LEVELS } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';

type Level = (typeof LEVELS)[number];

/**
 * Entries of one matter at different levels that call something alike and tell it differently:
 * each lower one is compared with the highest that tells it.
 */
export function differingMatters({ column }: RuleContext): Found[] {
  const matters = new Map<string, Entry[]>();
  for (const entry of column.entries) {
    const { matter } = entry.data;
    if (matter === undefined || !isOpen(entry) || hasEnded(entry)) continue;
    matters.set(matter, [...(matters.get(matter) ?? []), entry]);
  }
  const levelOf = (entry: Entry) => level(entry, column.county.level);
  return [...matters.values()].flatMap((group) => {
    // Newest first within a level: an older entry of the same level has been overtaken.
    const ranked = [...group].sort((a, b) => rank(levelOf(a)) - rank(levelOf(b)));
    return ranked.flatMap((entry, index) =>
      (entry.figures ?? []).flatMap((figure) => {
        const above = ranked
          .slice(0, index)
          .filter((each) => rank(levelOf(each)) < rank(levelOf(entry)))
          .flatMap((each) => match(each, figure))[0];
        if (!above || plain(above.figure.value) === plain(figure.value)) return [];
        const upper = `${LEVEL_NAMES[levelOf(above.entry)]}的《${above.entry.data.title}》（${above.entry.file} 第 ${above.figure.line} 行）写的是${said(above.figure)}`;
        return [
          {
            file: entry.file,
            line: figure.line,
            column: 1,
            value: said(figure),
            other: upper,
            kind: entry.data.kind,
          },
        ];
      }),
    );
  });
}

function level({ data }: Entry, own: 'province' | 'city' | 'county'): Level {
  if (data.level !== undefined) return data.level;
  if (data.village !== undefined) return 'village';
  return data.town === undefined ? own : 'town';
}

function rank(name: Level): number {
  return LEVELS.indexOf(name);
}

function hasEnded({ data }: Entry): boolean {
  return data.validity !== undefined && data.validity.state !== '有效';
}

function match(entry: Entry, { label }: Figure): { entry: Entry; figure: Figure }[] {
  const figure = (entry.figures ?? []).find((each) => plain(each.label) === plain(label));
  return figure ? [{ entry, figure }] : [];
}

function said({ label, value }: Figure): string {
  return `“${label} ${value}”`;
}

/** Full width and half width, spaces and separators of thousands make no difference. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s,]/g, '');
}
