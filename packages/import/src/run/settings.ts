import { parse } from 'yaml';
import { ImportFailure } from '../failure.ts';

/** `--set 字段=值` as fields; values are YAML: `true`, `[a, b]`, `{type: 主动}`, or text. */
export function parseSettings(settings: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    settings.map((setting) => {
      const [, key, text = ''] = /^([a-z]+(?:-[a-z]+)*)=(.*)$/s.exec(setting) ?? [];
      if (key === undefined) {
        throw new ImportFailure(
          'bad-option',
          `--set“${setting}”写法不对`,
          '写作 --set 字段=值，如 --set published=2026-05-29',
        );
      }
      try {
        const value: unknown = parse(text, { schema: 'core', version: '1.2' });
        // A title that is a number is still a title.
        return [key, typeof value === 'number' ? text : value];
      } catch {
        return [key, text];
      }
    }),
  );
}
