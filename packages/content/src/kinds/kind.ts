import { z } from 'zod';
import { commonShape } from '../common.ts';

/** What sort of entry there is: its fields, its Chinese names, and what its files are. */
export interface Kind<Id extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly id: Id;
  readonly name: string;
  /** One line for the officer who must choose a kind. */
  readonly hint: string;
  /** Whether a `<id>.csv` stands beside the head. */
  readonly csv: boolean;
  /** Whether a text under the front matter is asked for. */
  readonly body: 'required' | 'optional';
  /** Fields whose values name other entries, as they are written in front matter. */
  readonly references: readonly (keyof Shape & string)[];
  /** Fields beyond the common ones. */
  readonly shape: Shape;
  readonly schema: z.ZodObject<
    { kind: z.ZodLiteral<Id> } & typeof commonShape & Shape,
    z.core.$strict
  >;
}

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
