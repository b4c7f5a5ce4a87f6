/** What is needed of an item to name it. */
export interface NamedItem {
  readonly id: string;
  readonly level1: string;
  readonly level2?: string | undefined;
}

export interface NamedDomain<Item extends NamedItem = NamedItem> {
  readonly id: string;
  readonly name: string;
  readonly items: readonly Item[];
}

/** An item with the level above it, without which four of one domain may be called alike. */
export function itemName({ level1, level2 }: NamedItem): string {
  return level2 === undefined || level2 === level1 ? level1 : `${level1}/${level2}`;
}

/**
 * The items that an officer can mean by `social-assistance/minimum-living-guide`, `社会救助/办事指南` or
 * `社会救助/最低生活保障/办事指南`: by ids, by the names of the catalogue, or mixed. More than one where the name
 * leaves it open. A domain alone gives none.
 */
export function itemsNamed<Item extends NamedItem>(
  text: string,
  domains: readonly NamedDomain<Item>[],
): { readonly domain?: NamedDomain<Item>; readonly items: readonly Item[] } {
  const [first = '', ...rest] = text.split(/[/／]/).map((part) => plain(part));
  const domain = domains.find(({ id, name }) => id === first || plain(name) === first);
  if (!domain) return { items: [] };
  const wanted = rest.filter((part) => part !== '');
  if (wanted.length === 0) return { domain, items: [] };
  const last = wanted.at(-1) as string;
  const byId = domain.items.filter(({ id }) => wanted.length === 1 && id === last);
  if (byId.length > 0) return { domain, items: byId };
  const whole = wanted.join('/');
  const fits = (item: Item) =>
    plain(itemName(item)) === whole ||
    (wanted.length === 1 && plain(item.level2 ?? item.level1) === last);
  return { domain, items: domain.items.filter(fits) };
}

/** Names as they are compared: without spaces, brackets of one width. */
function plain(name: string): string {
  return name.replaceAll(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）');
}
