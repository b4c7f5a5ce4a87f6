import { countySchema, readYamlFile } from '@columns/content';

/** The levels above each county, nearest first: a change there can change what is below. */
export function parentsOf(content: string, known: readonly string[]): Map<string, string[]> {
  const parent = new Map(known.map((id) => [id, parentOf(content, id)]));
  return new Map(
    known.map((id) => {
      const chain: string[] = [];
      for (let at = parent.get(id); at !== undefined && !chain.includes(at); at = parent.get(at)) {
        chain.push(at);
      }
      return [id, chain];
    }),
  );
}

/** What is wrong with the file is told when the county is checked. */
function parentOf(content: string, id: string): string | undefined {
  return readYamlFile(content, `${id}/county.yaml`, countySchema, [])?.value.parent;
}
