/** Folders beside an app's `dist` that are merged with it; what stands in `dist` wins. */
export const DATA_FOLDER = 'dist-data';
export const RECORDS_FOLDER = 'dist-records';
