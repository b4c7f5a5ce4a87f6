import lucide from '@iconify-json/lucide/icons.json';

const { icons } = lucide as { icons: Record<string, { body: string }> };

/** The drawing of an icon on a 24 × 24 grid. Throws for a name that the set does not have. */
export function iconBody(name: string): string {
  const icon = icons[name];
  if (!icon) throw new Error(`No icon “${name}” in the set (packages/standard/data/domains.yaml).`);
  return icon.body;
}
