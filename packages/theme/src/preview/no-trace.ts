/* In the place of `rendering/trace.ts`: a preview is drawn anew each time, whatever it has read. */

export function noteFact(_fact: string): void {}
