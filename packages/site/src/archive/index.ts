export { type Archived, ArchiveError, archive } from './archive.ts';
