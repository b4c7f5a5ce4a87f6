/** Pictures of every page kind on one sheet, so that anybody sees the whole theme at a glance. */
export { chineseFontHint } from './fonts.ts';
export { type Gallery, type GalleryOptions, makeGallery } from './make.ts';
export { pickPages } from './pick.ts';
export type { GalleryPage, GallerySite } from './types.ts';
