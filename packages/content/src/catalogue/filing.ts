import type { PublisherItems } from './publishers.ts';

/** One thing that is done with a catalogue once it is made: its last day, and the day on which it was done. */
export interface FilingDay {
  readonly name: string;
  readonly by: string | undefined;
  readonly done: string | undefined;
}

/** Filing and publishing a catalogue, each where a day was ever set. */
export function filingDays({ filing }: Pick<PublisherItems, 'filing'>): FilingDay[] {
  if (!filing) return [];
  return [
    { name: '报备', by: filing['file-by'], done: filing.filed },
    { name: '公布', by: filing['publish-by'], done: filing.published },
  ].filter(({ by, done }) => by !== undefined || done !== undefined);
}
