import { visible } from './visible.ts';

/** Untrusted text as a line of a log: no runner takes it for a workflow command. */
export function logLine(text: string): string {
  // Commands are `::name::` at the start of a line, and in the old form `##[name]` anywhere in it.
  return `│ ${visible(text).replaceAll('##[', '## [')}`;
}

/**
 * Untrusted text inside Markdown that GitHub renders: nothing in it is markup, HTML, a table cell's end, a
 * link, an expression or a mention.
 */
export function markdown(text: string): string {
  return (
    visible(text)
      .replaceAll(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`)
      // Addresses, mentions and numbers of issues are made links after the entities are read.
      .replaceAll(/&#64;|&#35;(?=\d)|&#58;(?=&#47;)|www(?=&#46;)/gi, (sign) => `${sign}&#8288;`)
  );
}

/** One property of a workflow command. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** What a workflow command says. Lines of our own may stand in it, if each was made visible before. */
export function commandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
