import type { GivenColumn } from './given-column.ts';

/* What whoever bundles the preview sees of it: its components have types of their own. */

/**
 * The main part of an entry's page as HTML, drawn by the page's own component. Its text and table are read
 * from `/content`, where the bundle's `node:fs` has them.
 *
 * @param site origin of the site, where the page will have a code with its address
 */
export type DrawEntry = (given: GivenColumn, id: string, site?: string) => Promise<string>;

export declare const drawEntry: DrawEntry;
export type { GivenColumn };
