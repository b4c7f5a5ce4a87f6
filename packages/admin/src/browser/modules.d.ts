declare module 'virtual:columns/standard' {
  import type { Standard } from '@columns/standard';

  const standard: Standard;
  export default standard;
}

declare module '*?inline' {
  const css: string;
  export default css;
}

declare module 'virtual:columns/import-worker' {
  /** The name of the import's script, beside the editor's. */
  const name: string;
  export default name;
}

declare module 'virtual:columns/preview-worker' {
  /** The name of the script that draws pages, beside the editor's. */
  const name: string;
  export default name;
}

declare module 'virtual:columns/pdf-tables' {
  /** The folder of the PDF library's tables, beside the import's script. */
  const folder: string;
  export default folder;
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
