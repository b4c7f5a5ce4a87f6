import type { Problem } from '../problem.ts';
import type { YamlFault, YamlSource } from './yaml.ts';

/** What is wrong with a file's YAML, as problems of that file. */
export function yamlProblems(file: string, faults: readonly YamlFault[]): Problem[] {
  return faults.map(({ message, sort: _, ...fault }) => ({
    code: 'shape/yaml-syntax',
    file,
    ...fault,
    value: message,
  }));
}

/**
 * What is wrong with a file's values, and what YAML reads as something else than what is typed. One slip is
 * told once: a value that became a comment is not missing, and a number where a text should be is told.
 */
export function withLosses(
  file: string,
  { losses }: YamlSource,
  told: readonly Problem[],
): Problem[] {
  const emptied = new Set(losses.filter(({ sort }) => sort === 'emptied').map(({ line }) => line));
  const places = new Set(told.map(({ line, column }) => `${line}:${column}`));
  return [
    ...told.filter(({ code, line }) => code !== 'shape/missing-field' || !emptied.has(line)),
    ...yamlProblems(
      file,
      losses.filter(
        ({ sort, line, column }) => sort !== 'type' || !places.has(`${line}:${column}`),
      ),
    ),
  ];
}
