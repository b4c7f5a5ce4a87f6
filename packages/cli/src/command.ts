/** One subcommand of `columns`. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** The full help, printed by `columns <name> --help`. */
  readonly usage: string;
  /** Runs it and gives the exit code: 0 well, 1 findings or failure, 2 wrong words. */
  readonly run: (args: readonly string[], context: Context) => Promise<number>;
}

/** What a command may touch: everything else is an argument. */
export interface Context {
  /** The folder of the repository. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `out` is a terminal that shows colours. */
  readonly colour: boolean;
}
