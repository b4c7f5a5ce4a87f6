declare module 'virtual:columns/standard' {
  import type { Standard } from '@columns/standard';

  const standard: Standard;
  export default standard;
}

declare module '*?inline' {
  const css: string;
  export default css;
}
