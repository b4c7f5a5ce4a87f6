/** What Node's `parseArgs` refuses, by the code of its error: said to officers in Chinese. */
const FAULTS: Readonly<Record<string, (given: string) => string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: (given) => `没有选项“${given}”。`,
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: (given) => `多写了“${given}”：这个命令只有带 -- 的选项。`,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (given) =>
    `选项“${given}”的写法不对：要值的选项后面写值，不要值的后面什么也不写。`,
};

/** The message for wrong options, or nothing for an error of another sort. */
export function usageFault(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  const fault = FAULTS[String(error.code)];
  if (fault === undefined) return undefined;
  // The message names what was given first, in quotation marks: `Unknown option '--x'. …`.
  return fault(/'([^']*)'/.exec(error.message)?.[1] ?? '');
}
