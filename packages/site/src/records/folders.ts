/** Folders beside an app's `dist` that are merged with it; what stands in `dist` wins. */
export const DATA_FOLDER = 'dist-data';
export const RECORDS_FOLDER = 'dist-records';
export const ADMIN_FOLDER = 'dist-admin';

/** A county's coverage in figures, below its base: what the portal above it puts side by side. */
export const FIGURES_FILE = 'data/column/coverage-figures.json';
