export type { GitHub } from './api.ts';
export { type CountyOwners, codeowners } from './codeowners.ts';
export {
  BOUNDS,
  type DeadLink,
  deadLinks,
  type ExternalLink,
  linksIn,
  turnOf,
} from './external-links.ts';
export { keepIssues, type NightlyCounty, type NightlyResult } from './nightly.ts';
export { changesContentOnly, closedPulls, openPull, tellPreview } from './pulls.ts';
export { publishRelease } from './release.ts';
export { type RepositorySettings, repositorySettings } from './repository.ts';
