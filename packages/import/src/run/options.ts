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
  /** Told after each file: how many of how many are read, or written, and which one was. */
  readonly progress?:
    | ((done: number, total: number, name: string, step: 'read' | 'write') => void)
    | undefined;
  /** Stops after the file that is being read, or the batch that is being written; a later run goes on. */
  readonly signal?: AbortSignal | undefined;
  /** Threads that read files, where that is not left to the machine; with none they are read one by one. */
  readonly threads?: number | undefined;
  /** Entries that are judged and written together. */
  readonly batch?: number | undefined;
}
