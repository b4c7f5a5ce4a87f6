import type { KindId } from '@columns/content';

/** What `columns import` is asked to do. */
export interface ImportOptions {
  /** The folder that holds the counties' folders. */
  readonly contentRoot: string;
  readonly county: string;
  /** Files and folders, absolute. */
  readonly sources: readonly string[];
  /** `<domain>/<item>` or `<domain>`. */
  readonly item?: string | undefined;
  readonly kind?: KindId | undefined;
  readonly id?: string | undefined;
  readonly set?: Readonly<Record<string, unknown>> | undefined;
  readonly dryRun?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly attach?: boolean | undefined;
  /** Convert old files with the LibreOffice of this machine. */
  readonly libreOffice?: boolean | undefined;
  /** Where the report and the list of what is done stand; never below `content/`. */
  readonly workDir: string;
  /** Told after each file: how many of how many are done, and which one was. */
  readonly progress?: ((done: number, total: number, name: string) => void) | undefined;
}
