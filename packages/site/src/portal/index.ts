export { type PortalFiles, portalFiles } from './compose.ts';
