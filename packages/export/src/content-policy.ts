import { reservedAt } from '@columns/standard/addresses';

/** Pages by what a browser may do on them. */
export type PolicyName = 'page' | 'search' | 'kiosk' | 'plain';

type Directives = Readonly<Record<string, string>>;

/** Nothing runs, loads or is sent anywhere but what stands in a file of the site itself. */
const PAGE: Directives = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'img-src': "'self' data:",
  'media-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
};

const POLICIES: Readonly<Record<PolicyName, Directives>> = {
  page: PAGE,
  search: { ...PAGE, 'script-src': "'self' 'wasm-unsafe-eval'", 'worker-src': "'self'" },
  kiosk: { ...PAGE, 'frame-src': "'self'" },
  // The portal's own two pages, which have nothing but a style sheet and a form.
  plain: {
    'default-src': "'none'",
    'style-src': "'self'",
    'img-src': 'data:',
    'base-uri': "'none'",
    'form-action': "'self'",
  },
};

/**
 * The Content-Security-Policy of a page (W3C, CSP Level 3): the theme and `site` write it into
 * their pages as a meta element, and `site` into header files. Content never becomes code by the dialect
 * alone; the policy holds even where that should fail.
 */
export function contentPolicy(name: PolicyName): string {
  return Object.entries(POLICIES[name])
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

/**
 * Where a page stands by the last folders of its path, for servers that know no more of it. The editor
 * (`/admin/`) brings a policy of its own in its page; a header would forbid what it needs.
 */
export const POLICY_PLACES: readonly { readonly folder: string; readonly name?: PolicyName }[] = [
  { folder: 'admin' },
  // The search's worker stands there, and takes its policy from the answer that brought it.
  { folder: 'assets', name: 'search' },
  // The city's search over its counties.
  { folder: 'counties/search', name: 'search' },
  { folder: 'kiosk', name: 'kiosk' },
  { folder: 'search', name: 'search' },
];

/** What only a header can say: who may put the page into a frame. The kiosk frames its own site. */
export function headerPolicy(name: PolicyName): string {
  return `${contentPolicy(name)}; frame-ancestors 'self'`;
}

/** Headers of every answer, besides the policy. */
export const PLAIN_HEADERS: Readonly<Record<string, string>> = {
  // Signing in to the editor opens a window and waits for its word.
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Folders of a column whose files are named by what is in them: a browser that has one need never ask
 * again. Whatever else there is may change, and is asked for anew.
 */
export const LASTING_FOLDERS = [
  'assets',
  'pagefind/beside',
  'pagefind/cards',
  'pagefind/parts',
  'pagefind/reader',
] as const;

export const CACHING = {
  lasting: 'public, max-age=31536000, immutable',
  other: 'no-cache',
} as const;

/**
 * All headers of the answer for a path, as the header files make a server send them. The first reserved
 * segment of a path says where its column ends: `/anyue/2026/admin/` is an entry, whatever it is called.
 */
export function headersAt(path: string): Record<string, string> {
  const at = reservedAt(path)?.at ?? 0;
  const below = `${path
    .split('/')
    .slice(at + 1)
    .join('/')}`;
  const place = POLICY_PLACES.find(({ folder }) => below.startsWith(`${folder}/`));
  const name = place ? place.name : 'page';
  const lasting = LASTING_FOLDERS.some((folder) => below.startsWith(`${folder}/`));
  const plain = { ...PLAIN_HEADERS, 'Cache-Control': lasting ? CACHING.lasting : CACHING.other };
  return name === undefined ? plain : { 'Content-Security-Policy': headerPolicy(name), ...plain };
}
