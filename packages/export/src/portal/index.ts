export { fillSlots, SLOT_NAMES, type SlotName, slotHtml } from './slots.ts';
export {
  type AlertSummary,
  type CountySummary,
  countySummary,
  SUMMARY_FILE,
  summarySchema,
} from './summary.ts';
