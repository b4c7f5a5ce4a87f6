/** What texts may ask for: `{全县人口}` stands for what is known under that name. */
export type Words = ReadonlyMap<string, string>;

/**
 * Puts facts into a text. A place may reckon: `{低保金/12}`, `{在校生-小学生}` — whole numbers, rounded to at most two
 * decimals. @throws where a name is not known, so that no text is written with a hole
 */
export function fill(text: string, words: Words): string {
  return text.replaceAll(/\{([^{}\n]+)\}/g, (_, asked: string) => {
    const known = words.get(asked);
    if (known !== undefined) return known;
    const [first = '', ...rest] = asked.split(/(?=[-+*/])/);
    if (rest.length === 0) throw new Error(`没有叫“${asked}”的事实：${text.slice(0, 60)}`);
    return String(rounded(rest.reduce(reckon(words, asked), value(first, words, asked))));
  });
}

function reckon(words: Words, asked: string) {
  return (sum: number, part: string): number => {
    const by = value(part.slice(1), words, asked);
    if (part.startsWith('+')) return sum + by;
    if (part.startsWith('-')) return sum - by;
    return part.startsWith('*') ? sum * by : sum / by;
  };
}

function value(name: string, words: Words, asked: string): number {
  const number = Number(words.get(name) ?? name);
  if (Number.isNaN(number)) throw new Error(`“${asked}”中的“${name}”不是数`);
  return number;
}

const rounded = (number: number): number => Math.round(number * 100) / 100;

/** A field that is nothing but a sum is a number. */
const SUM = /^\{和:[^{}]+\}$/;

/** The same for everything a value holds. */
export function filled<Value>(value: Value, words: Words): Value {
  if (typeof value === 'string') {
    const text = fill(value, words);
    return (SUM.test(value) ? Number(text) : text) as Value;
  }
  if (Array.isArray(value)) return value.map((each) => filled(each, words)) as Value;
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).map(([key, each]) => [key, filled(each, words)]);
  return Object.fromEntries(pairs) as Value;
}
