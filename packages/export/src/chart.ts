import { escapeHtml } from './escape.ts';

/** One column or bar. */
export interface ChartMark {
  /** In full, for the text alternative; above a bar. */
  readonly label: string;
  /** Absent where nothing is known: a gap, and no zero. */
  readonly value?: number | undefined;
  /** What is told of it beside its value, on a line of its own below the label of a bar: 占 38.9%. */
  readonly note?: string | undefined;
  /** The value in words; the number itself where there are none. */
  readonly text?: string | undefined;
  /** Below a column: short. `year` only where a year begins. */
  readonly tick?: string;
  readonly year?: string | undefined;
}

export interface Chart {
  readonly title: string;
  /** Of all values. */
  readonly unit?: string;
  /** `time`: upright columns, oldest first. `names`: lying bars, so that names can be read on a phone. */
  readonly over: 'time' | 'names';
  readonly marks: readonly ChartMark[];
}

/** As wide as the text of a phone; drawn larger, texts grow with it. */
const WIDTH = 360;
/** Of texts; columns stand closer than names. */
const SIZES = { time: 14, names: 16 } as const;
/** How wide a figure is at the size of columns' texts. */
const SIGN = 8.5;

/**
 * A chart as a `<figure>`, drawn when a page is made: no script, no style but the classes `chart`, `chart-bar`
 * and `chart-line`. Its text alternative says every number where they are few, else the ends and the extremes;
 * a page that has more than these puts a table beside it. Pure; all texts are escaped.
 */
export function chartHtml({ title, unit, over, marks }: Chart): string {
  const known = marks.flatMap(({ label, value, note, text }) =>
    value === undefined ? [] : [{ label, value, note, text: text ?? String(value) }],
  );
  const { height, parts, told } = over === 'time' ? columns(marks, known) : bars(known);
  const words = told.map(({ label, text, note }) =>
    [[label, text, unit].filter(Boolean).join(' '), note].filter(Boolean).join('，'),
  );
  const named = escapeHtml(`${title}：${words.join('，')}。`);
  return [
    '<figure class="chart">',
    `<figcaption>${escapeHtml(unit === undefined ? title : `${title}（${unit}）`)}</figcaption>`,
    `<svg viewBox="0 0 ${WIDTH} ${height}" font-size="${SIZES[over]}" role="img" aria-label="${named}">${parts.join('')}</svg>`,
    '</figure>',
  ].join('');
}

interface Known {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly note?: string | undefined;
}

interface Drawing {
  readonly height: number;
  readonly parts: readonly string[];
  readonly told: readonly Pick<Known, 'label' | 'text' | 'note'>[];
}

function bars(known: readonly Known[]): Drawing {
  const [line, below] = [20, 30];
  // What stands after the longest bar has room too.
  const room = Math.max(64, ...known.map(({ text }) => text.length * (SIGN + 1) + 16));
  const most = Math.max(1, ...known.map(({ value }) => value));
  let top = 0;
  const parts = known.flatMap(({ label, value, text, note }) => {
    const lines = [...linesOf(label), ...(note === undefined ? [] : linesOf(note))];
    const [from, length] = [top, Math.round((value / most) * (WIDTH - room))];
    const under = from + (lines.length - 1) * line;
    top = under + line + below;
    return [
      ...lines.map((each, index) => written({ y: from + 18 + index * line }, each)),
      bar({ y: under + 26, width: Math.max(1, length), height: 14 }),
      written({ x: length + 8, y: under + 39 }, text),
    ];
  });
  return { height: top, parts, told: known };
}

/** So many characters of a name stand on a line above its bar. */
const CHARACTERS = 21;

function linesOf(label: string): string[] {
  const characters = [...label];
  const count = Math.max(1, Math.ceil(characters.length / CHARACTERS));
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * CHARACTERS, (index + 1) * CHARACTERS).join(''),
  );
}

/** So many ticks can be read beside each other. */
const TICKS = 12;

function columns(marks: readonly ChartMark[], known: readonly Known[]): Drawing {
  const [top, plot] = [24, 96];
  const values = known.map(({ value }) => value);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const scale = plot / (most - least || 1);
  const zero = top + most * scale;
  const step = WIDTH / marks.length;
  const every = Math.ceil(marks.length / TICKS);
  const longest = Math.max(...known.map(({ text }) => text.length));
  const fit = longest * SIGN <= step;
  const middle = { 'text-anchor': 'middle' };
  const extremes = extremesOf(known);
  const [highest] = extremes;
  // A year of which only the end is shown gives way to the next.
  const years = marks.map(({ year }, index) => {
    const next = marks.findIndex((mark, later) => later > index && mark.year !== undefined);
    const room = (next < 0 ? marks.length : next) - index;
    return year !== undefined && year.length * SIGN <= room * step - SIGN ? year : undefined;
  });
  const parts = marks.flatMap(({ value, text, tick }, index) => {
    const year = years[index];
    const left = index * step;
    const height = Math.max(1, Math.abs(value ?? 0) * scale);
    const y = zero - Math.max(0, value ?? 0) * scale;
    const centre = left + step / 2;
    return [
      ...(value === undefined
        ? []
        : [bar({ x: left + step * 0.15, y, width: step * 0.7, height })]),
      ...(value === undefined || !fit
        ? []
        : [written({ x: centre, y: y - 6, ...middle }, text ?? String(value))]),
      ...(tick && index % every === 0
        ? [written({ x: centre, y: top + plot + 18, ...middle }, tick)]
        : []),
      ...(year === undefined ? [] : [written({ x: left, y: top + plot + 38 }, year)]),
    ];
  });
  return {
    height: top + plot + 44,
    parts: [
      ...(fit || !highest ? [] : [written({ y: 16 }, `最高 ${highest.text}`)]),
      `<path class="chart-line" d="M0 ${round(zero)}H${WIDTH}"/>`,
      ...parts,
    ],
    told: fit ? known : extremes,
  };
}

function extremesOf(known: readonly Known[]): Drawing['told'] {
  const by = known.toSorted((a, b) => a.value - b.value);
  const named = { 最高: by.at(-1), 最低: by[0], 最近: known.at(-1) };
  return Object.entries(named).flatMap(([name, one]) =>
    one ? [{ label: `${name}${one.label}`, text: one.text }] : [],
  );
}

type Attributes = Readonly<Record<string, string | number>>;

function bar(place: Attributes): string {
  return `<rect class="chart-bar"${attributes(place)}/>`;
}

function written(place: Attributes, text: string): string {
  return `<text${attributes(place)}>${escapeHtml(text)}</text>`;
}

function attributes(all: Attributes): string {
  return Object.entries(all)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? round(value) : value}"`)
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
