import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { pathText, StandardDataError, valueAt } from './data-error.ts';

/** Reads one YAML file of the data folder and checks its shape; throws `StandardDataError`. */
export function readDataFile<T extends z.ZodType>(dir: string, file: string, schema: T) {
  const raw = readYaml(dir, file);
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const issue = deepest(result.error.issues[0]);
  const path = issue?.path ?? [];
  throw new StandardDataError(
    file,
    pathText(path),
    valueAt(raw, path),
    issue?.message ?? 'invalid',
  );
}

/** The names of the YAML files in a folder of the data folder, in a stable order. */
export function dataFiles(dir: string, folder: string): string[] {
  return readdirSync(join(dir, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function readYaml(dir: string, file: string): unknown {
  const text = readFileSync(join(dir, file), 'utf8');
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line;
    throw new StandardDataError(file, line ? `line ${line}` : '', null, error.message);
  }
}

type Issue = { path: PropertyKey[]; message: string };

/** A union only says that nothing fits; its longest branch says where it broke. */
function deepest(issue: z.core.$ZodIssue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .flatMap((branch) => branch.map(deepest))
    .filter((found) => found !== undefined)
    .sort((a, b) => b.path.length - a.path.length)[0];
  return inner && inner.path.length > 0
    ? { path: [...issue.path, ...inner.path], message: inner.message }
    : issue;
}
