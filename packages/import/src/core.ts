/*
 * What of the import needs no disk and no process: bytes and a name in, drafts with their remarks out. The
 * editor can run it in a browser's worker. What it makes is not judged yet: the check does that.
 */

export { readPdf } from '@columns/office/pdf-core';
export type { Clip } from './clip.ts';
export { clipOf } from './clip.ts';
export type { Surroundings } from './drafts.ts';
export { draftsOfBytes } from './drafts.ts';
export { attachmentKey } from './entry/attachments.ts';
export type { KnownDomain } from './entry/domain.ts';
export type { Draft } from './entry/draft.ts';
export type { Setting, Source } from './entry/setting.ts';
export type { Units } from './entry/unit.ts';
export type { FailureCode, Remark } from './failure.ts';
export { ImportFailure } from './failure.ts';
