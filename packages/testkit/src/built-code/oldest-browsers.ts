/** The oldest browsers that every page must be read and laid out in (domestic WebViews are of 87). */
export const OLDEST_BROWSERS = ['chrome 87', 'safari 14', 'ios_saf 14.0-14.4'] as const;

/** The same in the names of MDN's data. */
export const OLDEST_VERSIONS = new Map([
  ['chrome', 87],
  ['safari', 14],
  ['safari_ios', 14],
] as const);
