import type { Crumb } from '../components/Breadcrumbs.astro';

/** The way to every further page of the portal. */
export const PORTAL_CRUMB: Crumb = { title: '各县区', path: 'counties/' };
