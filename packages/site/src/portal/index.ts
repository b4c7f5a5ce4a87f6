export { mapsHtml, type PortalFiles, portalFiles } from './compose.ts';
