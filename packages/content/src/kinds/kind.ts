import { z } from 'zod';
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

/** What sort of entry there is: its fields, its Chinese names, and what its files are. */
export interface Kind<Id extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly id: Id;
  readonly name: string;
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
