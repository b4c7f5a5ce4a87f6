import { NO_MARK } from '../../common.ts';
import type { Contradiction, FrontMatter, Kind } from '../../kinds/index.ts';
import { isKindId, KIND_IDS, KINDS } from '../../kinds/index.ts';
import { inOrder } from '../../order.ts';
import type { SplitFile } from '../front-matter.ts';
import { nearest } from '../near.ts';
import { quote, schemaProblems } from '../schema-problems.ts';
import { asMeant } from './as-meant.ts';
import type { Reading } from './reading.ts';
import { other } from './reading.ts';

/** The front matter, checked by its kind; nothing where it cannot be used. */
export function readData(reading: Reading, { yaml }: SplitFile): FrontMatter | undefined {
  const { value } = yaml;
  const { file, place, demo } = reading.input;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    reading.report('shape/front-matter-missing', yaml.valueAt([]));
    return undefined;
  }
  const kindId = Reflect.get(value, 'kind') as unknown;
  if (!isKindId(kindId)) {
    const names = KIND_IDS.map((id) => `${id}（${KINDS[id].name}）`).join('、');
    reading.report(
      kindId === undefined || kindId === null ? 'shape/missing-field' : 'shape/unknown-kind',
      yaml.valueAt(['kind']),
      {
        field: 'kind',
        ...(kindId === undefined ? {} : { value: kindId === null ? '' : quote(kindId) }),
        expected: names,
        ...(typeof kindId === 'string' ? other(kindMeant(kindId)) : {}),
      },
    );
    return undefined;
  }
  reading.kind = kindId;
  const kind = KINDS[kindId] as Kind;
  const parsed = kind.schema.safeParse(asMeant(value, yaml));
  if (!parsed.success) {
    reading.problems.push(...schemaProblems(parsed.error, yaml, file, kind.schema));
    return undefined;
  }
  const data = parsed.data as FrontMatter;
  const contradictions = [
    ...inOrder(data, ['formed', '成文日期'], ['published', '发布日期']),
    ...(kind.contradictions?.(data as never) ?? []),
    ...villageAlone(data),
    ...markDiffers(data.attribute),
    ...ofNothing(data),
    ...neverClosed(data),
    ...saidTwice(data),
    ...publishedBefore(data),
  ];
  for (const { path, message, expected } of contradictions) {
    reading.report('shape/contradiction', yaml.valueAt(path), {
      field: path.map(String).join('.'),
      value: message,
      expected,
    });
  }
  if (place.kind !== undefined && place.kind !== kindId) {
    reading.report('shape/misplaced', yaml.valueAt(['kind']), {
      field: 'kind',
      value: kindId,
      expected: `_${kindId}/${place.year}/`,
    });
  }
  if (Number(data.published.slice(0, 4)) !== place.year) {
    reading.report('shape/year-mismatch', yaml.valueAt(['published']), {
      field: 'published',
      value: data.published,
      other: String(place.year),
    });
  }
  if (demo && data.example !== true && data.source === undefined) {
    reading.report('shape/origin-missing', yaml.valueAt([]));
  }
  return data;
}

/** The kind whose Chinese name was typed, or the one that was nearly written. */
function kindMeant(typed: string): string | undefined {
  const name = typed.trim();
  return KIND_IDS.find((id) => KINDS[id].name === name) ?? nearest(name, KIND_IDS);
}

/** The line of each field, as it is written. */
export function fieldLines({ yaml }: SplitFile, data: FrontMatter): Record<string, number> {
  return Object.fromEntries(Object.keys(data).map((field) => [field, yaml.keyAt([field]).line]));
}

/** The mark that a document bears and the attribute it is filed under say the same. */
function markDiffers({ type, mark }: FrontMatter['attribute']): Contradiction[] {
  if (mark === undefined || mark === NO_MARK) return [];
  const told = MARKS.find(({ words }) => words.test(mark))?.type;
  if (told === type) return [];
  const message =
    told === undefined
      ? `“${mark}”不是公开属性的标注`
      : `文件标注“${mark}”，公开方式写的是“${type}”`;
  const expected = `文件印有的公开属性，如 （此件主动公开）；没有印的写“${NO_MARK}”或不写`;
  return [{ path: ['attribute', 'mark'], message, expected }];
}

const MARKS = [
  { type: '依申请', words: /依申请/ },
  { type: '不予', words: /不予公开|不公开/ },
  { type: '主动', words: /公开/ },
] as const;

/** Who reads an abridgement must be able to find the original. */
function ofNothing({ abridged, source }: FrontMatter): Contradiction[] {
  if (abridged === undefined || source !== undefined) return [];
  return [
    {
      path: ['abridged'],
      message: '标明了摘编，没有写来源',
      expected: '加上 source，写明原件的名称和其中的位置',
    },
  ];
}

/** Only what is open now was opened, and not before it was made. */
function neverClosed(data: FrontMatter): Contradiction[] {
  const { type, was } = data.attribute;
  if (was === undefined) return [];
  if (type === '主动')
    return inOrder(
      data,
      ['formed', '成文日期'],
      [['attribute', 'was', 'until'], '改为主动公开的日期'],
    );
  return [
    {
      path: ['attribute', 'was'],
      message: `公开方式写的是“${type}”，又写了由“${was.type}”转为主动公开`,
      expected: '已经转为主动公开的，公开方式写“主动”；没有的，删去 was',
    },
  ];
}

/** A group or a channel on a day is named once. */
function saidTwice({ audience = [], 'also-in': elsewhere = [] }: FrontMatter): Contradiction[] {
  const again = (field: string, values: readonly string[], expected: string) =>
    values.flatMap((value, index) =>
      values.indexOf(value) === index
        ? []
        : [{ path: [field, index], message: `“${value}”写了两次`, expected }],
    );
  const told = elsewhere.map(({ channel, where = '', day }) =>
    [channel, where, day].filter(Boolean).join(' '),
  );
  return [
    ...again('audience', audience, '每个人群只写一次'),
    ...again('also-in', told, '每个渠道每次发布只写一项'),
  ];
}

/** Nothing is published anywhere before it was made. */
function publishedBefore(data: FrontMatter): Contradiction[] {
  return (data['also-in'] ?? []).flatMap((_, index) =>
    inOrder(data, ['formed', '成文日期'], [['also-in', String(index), 'day'], '发布日期']).map(
      (fault) => ({ ...fault, path: ['also-in', index, 'day'] }),
    ),
  );
}

/** A village is found by its town. */
function villageAlone({ town, village }: FrontMatter): Contradiction[] {
  if (village === undefined || town !== undefined) return [];
  return [
    {
      path: ['village'],
      message: `写了村（社区）${village}，没有写所在的乡镇（街道）`,
      expected: '加上 town，写 towns.yaml 中的编号',
    },
  ];
}
