/** Whether the oldest browsers we serve can read what was built. */
export { OLDEST_BROWSERS } from './oldest-browsers.ts';
export { lintScripts, scriptFaults } from './scripts.ts';
export { lintStyles, ONLY_ADDS, styleFaults } from './styles.ts';
