import type { Measured } from '../measure.ts';

export interface BuiltSite {
  /** Every step with what it took; the whole is their sum. */
  readonly steps: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly peakMB: number;
  readonly pages: number;
  readonly outputMB: number;
}

/** Something that builds a site of so many documents and is measured at it. */
export interface Builder {
  readonly name: string;
  /**
   * Makes the site in an empty folder, unmeasured, and builds it. What stands elsewhere is to be removed
   * `later`, when all is measured: files are made slowly for a minute after many were deleted (ext4).
   * @throws CannotRun where it is not on this machine
   */
  build(folder: string, documents: number, later: (remove: () => void) => void): Promise<BuiltSite>;
}

/** Why a peer was not measured. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** The seconds of a command that must succeed. */
export function succeeded(measured: Measured, what: string): Measured {
  if (measured.code !== 0) throw new Error(`${what} failed:\n${measured.output.slice(-3000)}`);
  return measured;
}
