import type { Column } from '@columns/content';

/** Of one column, below its base; assembling makes one of all (`.well-known/security.txt`). */
export const SECURITY_FILE = 'security.txt';

/** The county's own lines of `security.txt` (RFC 9116); nothing where it says none. */
export function securityText({ security }: Pick<Column['county'], 'security'>): string | undefined {
  if (!security) return undefined;
  const { contact, expires, policy } = security;
  return [
    ...contact.map((one) => `Contact: ${one}`),
    // The whole day, in China.
    `Expires: ${expires}T23:59:59+08:00`,
    ...(policy === undefined ? [] : [`Policy: ${policy}`]),
    'Preferred-Languages: zh',
    '',
  ].join('\n');
}
