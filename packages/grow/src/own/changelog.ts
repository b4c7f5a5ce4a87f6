import { compareVersions } from './migrations.ts';

/** One version's part of `CHANGELOG.md`: its number, and its text without the heading. */
export interface VersionNotes {
  readonly version: string;
  readonly text: string;
}

const HEADING = /^## (\d+\.\d+\.\d+)(?:\s.*)?$/;

/** All versions of a changelog, the newest first, as they stand there. */
export function readChangelog(text: string): VersionNotes[] {
  const notes: { version: string; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const version = HEADING.exec(line)?.[1];
    if (version !== undefined) notes.push({ version, lines: [] });
    else notes.at(-1)?.lines.push(line);
  }
  return notes.map(({ version, lines }) => ({ version, text: lines.join('\n').trim() }));
}

/** What happened after one version, up to another. */
export function notesBetween(text: string, from: string, to: string): VersionNotes[] {
  return readChangelog(text).filter(
    ({ version }) => compareVersions(version, from) > 0 && compareVersions(version, to) <= 0,
  );
}
