import type { Plugin as PostcssPlugin, Rule } from 'postcss';

/**
 * Space between flex items for Safari 14.0, which knows `gap` only in grids: after every flex rule
 * with a gap, margins that do nearly the same. That browser has no `inset` either, and every other
 * one that we serve has both, so `@supports` tells them apart.
 */
export function flexGap(): PostcssPlugin {
  return {
    postcssPlugin: 'columns-flex-gap',
    OnceExit(root, { AtRule, Rule, Declaration }) {
      root.walkRules((rule) => {
        const gap = gapOf(rule);
        if (!gap) return;
        const fallback = new AtRule({ name: 'supports', params: 'not (inset: 0)' });
        const items = new Rule({ selectors: rule.selectors.map((selector) => `${selector} > *`) });
        const [row, column] = gap;
        if (row !== '0') items.append(new Declaration({ prop: 'margin-bottom', value: row }));
        if (column !== '0') items.append(new Declaration({ prop: 'margin-right', value: column }));
        if (items.nodes.length > 0) rule.after(fallback.append(items));
      });
    },
  };
}

/** A flex rule's space below and to the right of its items. */
function gapOf(rule: Rule): [string, string] | undefined {
  const value = (prop: string) => {
    const found = rule.nodes.findLast((node) => node.type === 'decl' && node.prop === prop);
    return found?.type === 'decl' ? found.value : undefined;
  };
  if (!/flex$/.test(value('display') ?? '')) return undefined;
  const [both, second] = value('gap')?.match(/[^\s(]+(?:\([^)]*\))?/g) ?? [];
  const row = value('row-gap') ?? both ?? '0';
  const column = value('column-gap') ?? second ?? both ?? '0';
  if (row === '0' && column === '0') return undefined;
  const down = /column/.test(value('flex-direction') ?? '');
  const wraps = value('flex-wrap') === 'wrap';
  return down ? [row, '0'] : [wraps ? row : '0', column];
}
