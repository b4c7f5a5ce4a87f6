import { screenText, unhidden } from '@columns/check/visible';

/** An error that no command foresaw: what it says, in lines that are marked as such, then where it was thrown. */
export function unforeseen(error: unknown): string {
  const said: string[] = [];
  for (let one: unknown = error; one !== undefined && said.length < 5; ) {
    said.push(one instanceof Error ? one.message : String(one));
    one = one instanceof Error ? one.cause : undefined;
  }
  const lines = said.flatMap((text) => text.split('\n')).map((line) => `  │ ${unhidden(line)}\n`);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const places = stack.split('\n').filter((line) => /^ {4}at /.test(line));
  return `出现意外，没有做完：\n${lines.join('')}${places.map((line) => `${line}\n`).join('')}`;
}

/**
 * What becomes of an error that nothing awaited, and of a reader who goes away (`columns … | head`): the
 * first is told as safely as any other, the second hears no more, and the work ends as it would have.
 */
export function lastWords(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EOF') throw error;
    });
  }
  process.on('uncaughtException', (error) => {
    process.stderr.write(screenText(unforeseen(error)));
    process.exit(1);
  });
}
