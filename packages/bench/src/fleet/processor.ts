/** Runs a command and, at the end, has the shell tell what all its processes took (POSIX `times`). */
const SCRIPT = '"$@"; code=$?; times; exit $code';

/** A command as `sh` runs it, with its words as they are. */
export function timed(command: string, args: readonly string[]): [string, string[]] {
  return ['sh', ['-c', SCRIPT, 'sh', command, ...args]];
}

/** Seconds of processor time of a `timed` command and of all that it waited for, in and out of the system. */
export function processorSeconds(output: string): number {
  const line = output.trimEnd().split('\n').at(-1) ?? '';
  const times = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  if (times.length !== 2) throw new Error(`The shell has told no times: ${line}`);
  return times.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}
