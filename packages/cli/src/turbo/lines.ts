/** Hears a stream in pieces and hands on whole lines, without their ends. */
export function lineReader(heard: (line: string) => void): {
  take(text: string): void;
  end(): void;
} {
  let rest = '';
  return {
    take(text) {
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) heard(line);
    },
    end() {
      if (rest !== '') heard(rest);
      rest = '';
    },
  };
}
