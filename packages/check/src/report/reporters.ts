import { reportGithub } from './github.ts';
import { reportJson } from './json.ts';
import type { Reporter } from './report.ts';
import { reportTerminal } from './terminal.ts';

/** Every way of telling a check, by the name that `--format` takes. A new one is a file and a line here. */
export const REPORTERS: Readonly<Record<string, Reporter>> = {
  text: reportTerminal,
  github: reportGithub,
  json: ({ counties, change, strict }) =>
    reportJson(counties, { strict, ...(change ? { change } : {}) }),
};
