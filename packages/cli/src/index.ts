import type { Command, Context } from './command.ts';
import { adminCommand } from './commands/admin.ts';
import { affectedCommand } from './commands/affected.ts';
import { assembleCommand } from './commands/assemble.ts';
import { astroCommand } from './commands/astro.ts';
import { buildCommand } from './commands/build.ts';
import { checkCommand } from './commands/check.ts';
import { codeownersCommand } from './commands/codeowners.ts';
import { coverageCommand } from './commands/coverage.ts';
import { dataCommand } from './commands/data.ts';
import { deployCommand } from './commands/deploy.ts';
import { devCommand } from './commands/dev.ts';
import { galleryCommand } from './commands/gallery.ts';
import { generateCommand } from './commands/generate.ts';
import { guideCommand } from './commands/guide.ts';
import { headersCommand } from './commands/headers.ts';
import { historyCommand } from './commands/history.ts';
import { importCommand } from './commands/import.ts';
import { issuesCommand } from './commands/issues.ts';
import { licencesCommand } from './commands/licences.ts';
import { moveCommand } from './commands/move.ts';
import { newCommand } from './commands/new.ts';
import { nightlyCommand } from './commands/nightly.ts';
import { packCommand } from './commands/pack.ts';
import { previewCommand } from './commands/preview.ts';
import { recordsCommand } from './commands/records.ts';
import { refreshCommand } from './commands/refresh.ts';
import { releaseCommand } from './commands/release.ts';
import { renameCommand } from './commands/rename.ts';
import { startCommand } from './commands/start.ts';
import { testCommand } from './commands/test.ts';
import { todayCommand } from './commands/today.ts';
import { verifyCommand } from './commands/verify.ts';
import { withdrawCommand } from './commands/withdraw.ts';
import { stopCommands } from './github.ts';
import { findRoot } from './root.ts';
import { usageFault } from './usage-fault.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  admin: adminCommand,
  affected: affectedCommand,
  assemble: assembleCommand,
  astro: astroCommand,
  build: buildCommand,
  check: checkCommand,
  codeowners: codeownersCommand,
  coverage: coverageCommand,
  data: dataCommand,
  deploy: deployCommand,
  dev: devCommand,
  gallery: galleryCommand,
  generate: generateCommand,
  guide: guideCommand,
  headers: headersCommand,
  history: historyCommand,
  import: importCommand,
  issues: issuesCommand,
  licences: licencesCommand,
  move: moveCommand,
  new: newCommand,
  nightly: nightlyCommand,
  pack: packCommand,
  preview: previewCommand,
  records: recordsCommand,
  refresh: refreshCommand,
  release: releaseCommand,
  rename: renameCommand,
  start: startCommand,
  test: testCommand,
  today: todayCommand,
  verify: verifyCommand,
  withdraw: withdrawCommand,
};

/** Runs `columns <name> …` and gives the exit code. */
export async function main(args: readonly string[], given: Partial<Context> = {}): Promise<number> {
  const [name, ...rest] = args;
  const context: Context = {
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    ...given,
    root: given.root ?? findRoot(process.cwd()),
  };
  const command = name === undefined ? undefined : COMMANDS[name];
  if (!command) {
    const wrong = name !== undefined && name !== 'help' && name !== '--help';
    if (wrong) context.err(`没有命令“${name}”。\n\n`);
    context[wrong ? 'err' : 'out'](overview());
    return wrong ? 2 : 0;
  }
  if (rest.includes('--help')) {
    context.out(`${command.usage}\n`);
    return 0;
  }
  // The report for GitHub speaks to the runner itself, and lets nothing else through.
  if (!rest.includes('github')) stopCommands(context);
  try {
    return await command.run(rest, context);
  } catch (error) {
    const fault = usageFault(error);
    if (fault === undefined) throw error;
    context.err(`${fault}\n\n${command.usage}\n`);
    return 2;
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const rows = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return `用法：columns <命令> [选项]\n\n${rows.join('\n')}\n\n每个命令加 --help 可看说明。\n`;
}
