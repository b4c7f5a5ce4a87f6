import { screenText, unhidden } from '@columns/check/visible';
import type { Command, Context } from './command.ts';
import { stopCommands } from './github.ts';
import { unforeseen } from './last-words.ts';
import { findRoot } from './root.ts';
import { usageFault } from './usage-fault.ts';
import { worldFault } from './world-fault.ts';

/** Each is loaded when it is asked for: a county's tasks are many short processes. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  adopt: async () => (await import('./commands/adopt.ts')).adoptCommand,
  archive: async () => (await import('./commands/archive.ts')).archiveCommand,
  admin: async () => (await import('./commands/admin.ts')).adminCommand,
  affected: async () => (await import('./commands/affected.ts')).affectedCommand,
  assemble: async () => (await import('./commands/assemble.ts')).assembleCommand,
  astro: async () => (await import('./commands/astro.ts')).astroCommand,
  build: async () => (await import('./commands/build.ts')).buildCommand,
  changelog: async () => (await import('./commands/changelog.ts')).changelogCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  codeowners: async () => (await import('./commands/codeowners.ts')).codeownersCommand,
  coverage: async () => (await import('./commands/coverage.ts')).coverageCommand,
  data: async () => (await import('./commands/data.ts')).dataCommand,
  deploy: async () => (await import('./commands/deploy.ts')).deployCommand,
  dev: async () => (await import('./commands/dev.ts')).devCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  draft: async () => (await import('./commands/draft.ts')).draftCommand,
  gallery: async () => (await import('./commands/gallery.ts')).galleryCommand,
  guide: async () => (await import('./commands/guide.ts')).guideCommand,
  headers: async () => (await import('./commands/headers.ts')).headersCommand,
  history: async () => (await import('./commands/history.ts')).historyCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  issues: async () => (await import('./commands/issues.ts')).issuesCommand,
  licences: async () => (await import('./commands/licences.ts')).licencesCommand,
  move: async () => (await import('./commands/move.ts')).moveCommand,
  new: async () => (await import('./commands/new.ts')).newCommand,
  nightly: async () => (await import('./commands/nightly.ts')).nightlyCommand,
  pack: async () => (await import('./commands/pack.ts')).packCommand,
  preview: async () => (await import('./commands/preview.ts')).previewCommand,
  records: async () => (await import('./commands/records.ts')).recordsCommand,
  refresh: async () => (await import('./commands/refresh.ts')).refreshCommand,
  release: async () => (await import('./commands/release.ts')).releaseCommand,
  remove: async () => (await import('./commands/remove.ts')).removeCommand,
  rename: async () => (await import('./commands/rename.ts')).renameCommand,
  sample: async () => (await import('./commands/sample.ts')).sampleCommand,
  show: async () => (await import('./commands/show.ts')).showCommand,
  start: async () => (await import('./commands/start.ts')).startCommand,
  test: async () => (await import('./commands/test.ts')).testCommand,
  today: async () => (await import('./commands/today.ts')).todayCommand,
  upgrade: async () => (await import('./commands/upgrade.ts')).upgradeCommand,
  rebuilt: async () => (await import('./commands/rebuilt.ts')).rebuiltCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  withdraw: async () => (await import('./commands/withdraw.ts')).withdrawCommand,
};

/**
 * Runs `columns <name> …` and gives the exit code. All that it prints passes here: no name and no value
 * from content rewrites a screen or gives a runner commands, not even as part of an unforeseen error.
 */
export async function main(args: readonly string[], given: Partial<Context> = {}): Promise<number> {
  const [name, ...rest] = args;
  const { out = toStdout, err = toStderr } = given;
  const { colour = process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined } = given;
  const context: Context = {
    env: process.env,
    ...given,
    colour,
    out: (text) => out(screenText(text, colour)),
    err: (text) => err(screenText(text)),
    root: given.root ?? findRoot(process.cwd()),
  };
  const command = name === undefined ? undefined : await COMMANDS[name]?.();
  if (!command) {
    const wrong = name !== undefined && name !== 'help' && name !== '--help';
    if (wrong) context.err(`没有命令“${name}”。\n\n`);
    context[wrong ? 'err' : 'out'](await overview());
    return wrong ? 2 : 0;
  }
  if (rest.includes('--help')) {
    context.out(`${command.usage}\n`);
    return 0;
  }
  stopCommands(context);
  try {
    return await command.run(rest, context);
  } catch (error) {
    const fault = usageFault(error);
    if (fault === undefined) {
      const told = worldFault(error);
      context.err(told === undefined ? unforeseen(error) : `${unhiddenLines(told)}\n`);
      return 1;
    }
    context.err(`${fault}\n\n${command.usage}\n`);
    return 2;
  }
}

const unhiddenLines = (text: string): string => text.split('\n').map(unhidden).join('\n');

function toStdout(text: string): void {
  process.stdout.write(text);
}

function toStderr(text: string): void {
  process.stderr.write(text);
}

async function overview(): Promise<string> {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const rows = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => {
      const { summary } = await load();
      return `  ${name.padEnd(width)}  ${summary}`;
    }),
  );
  return `用法：columns <命令> [选项]\n\n${rows.join('\n')}\n\n每个命令加 --help 可看说明。\n`;
}
