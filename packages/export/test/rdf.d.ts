/** What the tests use of a package without types. */
declare module 'n3' {
  import type { DatasetCore, Quad } from '@rdfjs/types';

  export type { Quad };
  export class Parser {
    parse(text: string): Quad[];
  }
  export const Store: new (quads: readonly Quad[]) => DatasetCore;
}
