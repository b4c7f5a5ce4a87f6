import { z } from 'zod';
import type { CamelKeys } from '../camel.ts';
import { commonShape } from '../common.ts';

/** Two facts of one entry that cannot both be: a consultation that closes before it opens. */
export interface Contradiction {
  /** The field that is pointed at: `['closes']`, `['opinions', 2, 'taken']`. */
  readonly path: readonly PropertyKey[];
  /** What is wrong, as a Chinese sentence without its full stop. */
  readonly message: string;
  /** What would be right, in Chinese. */
  readonly expected: string;
}

/** Kinds by what people look for, with what menus call them. */
export const KIND_GROUPS = {
  documents: '文件和通知',
  lists: '清单和项目',
  participation: '征集、听证和回应',
  services: '办事和场所',
} as const;

export type KindGroup = keyof typeof KIND_GROUPS;

/** The days between which something goes on, and the day its result is known. */
export interface Period {
  readonly opens: string;
  readonly closes: string;
  readonly result?: string;
  /** These are the first of many days; how the others stand today no state tells. */
  readonly recurs?: true;
  /** What each state is called, in the order of time. */
  readonly states: readonly [before: string, during: string, after: string, told: string];
  /** What a calendar calls the last day. */
  readonly closing: string;
}

/** What sort of entry there is: its fields, its Chinese names, and what its files are. */
export interface Kind<Id extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly id: Id;
  readonly name: string;
  /** The menu that it stands in. */
  readonly group: KindGroup;
  /** One line for the officer who must choose a kind. */
  readonly hint: string;
  /** Whether a `<id>.csv` stands beside the head. */
  readonly csv: boolean;
  /** The register form that all entries of the kind have: its id in the standard. */
  readonly form?: string;
  /** Whether a text under the front matter is asked for. */
  readonly body: 'required' | 'optional';
  /**
   * Fields whose values name other entries, as they are written in front matter; where the values
   * are objects, their `entry` does.
   */
  readonly references: readonly (keyof Shape & string)[];
  /** What kinds some of these fields must name, by field. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** Fields beyond the common ones. */
  readonly shape: Shape;
  /** For a kind whose entries go on for a time: when this one does. */
  period?(data: CamelKeys<KindData<Shape>>): Period;
  /** Facts that the fields together must satisfy; asked only when each field is right by itself. */
  contradictions?(data: KindData<Shape>): readonly Contradiction[];
  readonly schema: z.ZodObject<
    { kind: z.ZodLiteral<Id> } & typeof commonShape & Shape,
    z.core.$strict
  >;
}

/** Front matter of a kind before its id is known: common fields and its own. */
export type KindData<Shape extends z.ZodRawShape> = z.infer<
  z.ZodObject<typeof commonShape & Shape, z.core.$strict>
>;

type Definition<Id extends string, Shape extends z.ZodRawShape> = Omit<Kind<Id, Shape>, 'schema'>;

export function defineKind<const Id extends string, Shape extends z.ZodRawShape>(
  definition: Definition<Id, Shape>,
): Kind<Id, Shape> {
  const schema = z.strictObject({
    kind: z.literal(definition.id).meta({ title: '体裁' }),
    ...commonShape,
    ...definition.shape,
  }) as Kind<Id, Shape>['schema'];
  return { ...definition, schema };
}
