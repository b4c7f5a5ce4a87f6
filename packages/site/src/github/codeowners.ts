/** One county, as far as who reviews it goes. */
export interface CountyOwners {
  readonly id: string;
  readonly name: string;
  /** Teams that review whatever no unit does, as GitHub writes them: `@org/team`. */
  readonly reviewers: readonly string[];
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly domains: readonly string[];
    readonly reviewers: readonly string[];
  }[];
}

const HEAD = `# Made by "npx pnpm@12 generate" from county.yaml and departments.yaml: do not edit.
# The last line that fits a file decides (docs.github.com, About code owners).
`;

/**
 * `.github/CODEOWNERS`: each unit reviews the domains that its row in `departments.yaml` names, the
 * county's own reviewers all else. A unit without `reviewers` leaves its domains to the county; a domain
 * that several units share is reviewed by any of them. Pure; the same counties give the same bytes.
 */
export function codeowners(counties: readonly CountyOwners[]): string {
  return [HEAD, ...counties.map(county)].join('\n');
}

function county({ id, name, reviewers, units }: CountyOwners): string {
  const heading = `# ${name}`;
  const own =
    reviewers.length > 0
      ? line(`/content/${id}/`, reviewers)
      : `# ${id}: county.yaml names no reviewers; whoever may merge reviews.`;
  const teams = new Map<string, Set<string>>();
  for (const unit of units.filter((one) => one.reviewers.length > 0)) {
    for (const domain of unit.domains) {
      teams.set(domain, new Set([...(teams.get(domain) ?? []), ...unit.reviewers]));
    }
  }
  const domains = [...teams]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([domain, names]) => line(`/content/${id}/${domain}/`, [...names].sort()));
  // Who reviews must not be changed by those who are reviewed.
  const guarded = reviewers.length > 0 ? ['county.yaml', 'departments.yaml', 'check.yaml'] : [];
  const files = guarded.map((file) => line(`/content/${id}/${file}`, reviewers));
  return [heading, own, ...domains, ...files, ''].join('\n');
}

function line(pattern: string, owners: readonly string[]): string {
  return `${pattern} ${owners.join(' ')}`;
}
