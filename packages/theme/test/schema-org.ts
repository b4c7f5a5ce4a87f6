import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * What in JSON-LD blocks does not fit schema.org, by Google's types of it (`schema-dts`) and the
 * TypeScript compiler: unknown types and properties, values of the wrong sort.
 * @param folder an empty folder of this package, so that the types are found from there
 */
export function schemaFaults(folder: string, blocks: Readonly<Record<string, string>>): string[] {
  const file = join(folder, 'blocks.ts');
  const names = Object.keys(blocks);
  const lines = names.map((name, index) => `export const b${index}: Graph = ${blocks[name]};`);
  writeFileSync(file, ["import type { Graph } from 'schema-dts';", ...lines].join('\n'));
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ start = 0, messageText, file: source }) => {
    const line = source?.getLineAndCharacterOfPosition(start).line ?? 0;
    const text = ts.flattenDiagnosticMessageText(messageText, ' ').replace(/\s+/g, ' ');
    return `${names[line - 1] ?? ''}: ${text.slice(0, 300)} at ${source?.text.slice(start, start + 60)}`;
  });
}
