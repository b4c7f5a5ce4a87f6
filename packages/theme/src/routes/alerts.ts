import { showAlerts } from '../client/alerts.ts';

/** `alerts.js`: for pages into which alerts are put when the sites are put together. */
export function GET(): Response {
  return new Response(`(${showAlerts})();\n`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
}
