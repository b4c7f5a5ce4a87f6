declare module 'doiuse' {
  import type { Node, Plugin } from 'postcss';

  /** Its own types stand where its `exports` hide them. */
  export default function doiuse(options: {
    readonly browsers: string[];
    readonly ignore: string[];
    onFeatureUsage(usage: {
      readonly feature: string;
      readonly usage: Node;
      readonly message: string;
    }): void;
  }): Plugin;
}
