/** From the day `from` on, `by` stands in the place of `old`: item references or domain ids. */
export type Replacement = { old: string; by: string; from: string };

/**
 * Whether a replacement is in force on a day. Without a day all are: the newest state.
 * ISO days compare as text.
 */
export function inForce(replacement: Replacement, asOf?: string): boolean {
  return asOf === undefined || replacement.from <= asOf;
}

/**
 * What stands in the place of `id` on a day, through any number of replacements; `id` itself when
 * it is still in force. A circle leads back to `id`.
 */
export function currentId(replacements: readonly Replacement[], id: string, asOf?: string): string {
  const seen = new Set([id]);
  let now = id;
  for (;;) {
    const next = replacements.find((each) => each.old === now && inForce(each, asOf))?.by;
    if (next === undefined) return now;
    if (seen.has(next)) return id;
    seen.add(next);
    now = next;
  }
}

/** Whether following the replacements from `id` comes round in a circle. */
export function isCircular(replacements: readonly Replacement[], id: string): boolean {
  const seen = new Set<string>();
  let now: string | undefined = id;
  while (now !== undefined && !seen.has(now)) {
    seen.add(now);
    const old: string = now;
    now = replacements.find((each) => each.old === old)?.by;
  }
  return now !== undefined;
}

type Replaceable = { replaced?: { by: string; from: string } | undefined };

/** The replacements that data files state on the old row or domain itself. */
export function standardReplacements(
  all: readonly (readonly [string, Replaceable])[],
): Replacement[] {
  return all.flatMap(([old, { replaced }]) => (replaced ? [{ old, ...replaced }] : []));
}
