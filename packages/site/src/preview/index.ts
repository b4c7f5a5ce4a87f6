/** A pull request's pages, shown to whoever has the address and to nobody else. */
export { previewFolder, previewSite } from './address.ts';
export { BANNER, marked, preparePreview } from './prepare.ts';
export { type PreviewTarget, putPreview, removePreview } from './target.ts';
