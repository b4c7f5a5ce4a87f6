import { countySettingsSchema } from '@columns/check';
import {
  assessmentSchema,
  countySchema,
  departmentsSchema,
  goneSchema,
  institutionsSchema,
  KIND_IDS,
  KINDS,
  townsSchema,
} from '@columns/content';
import { deploySettings } from '@columns/site/deploy';
import { catalogueChangesSchema } from '@columns/standard';
import { z } from 'zod';

/** What we read of a JSON Schema; the rest is for editors. */
export interface JsonSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly patternErrorMessage?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** The files of a county that are YAML from end to end. */
export const COUNTY_SCHEMAS = {
  county: { schema: countySchema, title: '县区设置' },
  departments: { schema: departmentsSchema, title: '单位' },
  towns: { schema: townsSchema, title: '乡镇（街道）' },
  institutions: { schema: institutionsSchema, title: '公共企事业单位' },
  assessment: { schema: assessmentSchema, title: '考评指标' },
  gone: { schema: goneSchema, title: '撤下的地址' },
  catalogue: { schema: catalogueChangesSchema, title: '与标准目录的不同' },
  check: { schema: countySettingsSchema, title: '检查设置' },
} as const;

/** Files at the root of the repository. */
export const ROOT_SCHEMAS = {
  deploy: { schema: deploySettings, title: '部署设置' },
} as const;

/** Draft 7, which every editor reads. What a schema cannot say (a day that exists) the check says. */
export function jsonSchema(schema: z.ZodType, title: string, description?: string): JsonSchema {
  const made = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  const { $schema, ...rest } = made;
  return {
    $schema,
    title,
    ...(description === undefined ? {} : { description }),
    ...rest,
  } as JsonSchema;
}

/** Every schema by its path below the repository. */
export function jsonSchemas(): Record<string, JsonSchema> {
  return Object.fromEntries([
    ...KIND_IDS.map((id) => {
      const { schema, name, hint } = KINDS[id];
      return [`schemas/kinds/${id}.json`, jsonSchema(schema, name, hint)];
    }),
    ...Object.entries({ ...COUNTY_SCHEMAS, ...ROOT_SCHEMAS }).map(([id, { schema, title }]) => {
      return [`schemas/${id}.json`, jsonSchema(schema, title)];
    }),
  ]);
}
