export {
  type CountyHistory,
  forgetHistory,
  gatherHistory,
  historyFileOf,
  type Revision,
  readHistory,
} from './gather.ts';
export { HistoryError } from './git.ts';
export { NOT_QUOTED } from './words.ts';
