/** What stands in the way of a change, all of it, in Chinese; nothing was written. */
export class GrowFaults extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.map((fault) => `- ${fault}`).join('\n'));
    this.name = 'GrowFaults';
    this.faults = faults;
  }
}

/** @throws GrowFaults if there are any */
export function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw new GrowFaults(faults);
}
