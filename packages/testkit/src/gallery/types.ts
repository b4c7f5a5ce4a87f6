/** One page to be pictured. */
export interface GalleryPage {
  /** What the caption calls it. */
  readonly name: string;
  /** Address below the base; may carry a query. */
  readonly path: string;
}

/** A built site and those of its pages that are to be pictured. */
export interface GallerySite {
  readonly title: string;
  readonly folder: string;
  /** Starts and ends with `/`. */
  readonly base: string;
  readonly pages: readonly GalleryPage[];
}

/** The pictures of one page: paths below the gallery's folder. */
export interface PicturedPage extends GalleryPage {
  readonly shots: readonly Shot[];
  /** Sheets of paper that the browser prints it on. */
  readonly printed: number;
}

/** The reader's four modes, by their names in the theme but for the usual one, and paper. */
export type Mode = 'light' | 'elder' | 'contrast' | 'dark' | 'print';
export type Device = 'phone' | 'desktop' | 'paper';

export interface Shot {
  readonly mode: Mode;
  readonly device: Device;
  readonly file: string;
  /** Size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether the page goes on below the picture. */
  readonly cut: boolean;
}
