/** One thing that a repository of one's own needs. */
export interface State {
  readonly part: '仓库' | '县区' | '部署' | 'GitHub';
  readonly what: string;
  /** `should`: it works without, but not as it is meant to; `unknown`: nobody could be asked. */
  readonly is: 'set' | 'missing' | 'should' | 'unknown';
  /** How it is set; nothing where it is. */
  readonly how?: string;
}

/** @param otherwise what it is where it is not set */
export function state(
  part: State['part'],
  what: string,
  isSet: boolean | undefined,
  how: string,
  otherwise: 'missing' | 'should' = 'missing',
): State {
  if (isSet === true) return { part, what, is: 'set' };
  return { part, what, is: isSet === undefined ? 'unknown' : otherwise, how };
}

const SIGNS: Readonly<Record<State['is'], string>> = {
  set: '已设置',
  missing: '缺　　',
  should: '建议　',
  unknown: '未知　',
};

/** All states by their parts, each with how it is set. */
export function stateText(states: readonly State[]): string {
  const parts = [...new Set(states.map(({ part }) => part))];
  const text = parts.map((part) => {
    const rows = states
      .filter((one) => one.part === part)
      .map(
        ({ is, what, how }) =>
          `  ${SIGNS[is]}　${what}${how === undefined ? '' : `\n    怎么办：${how}`}\n`,
      );
    return `${part}\n${rows.join('')}`;
  });
  const count = (is: State['is']) => states.filter((one) => one.is === is).length;
  return `${text.join('\n')}\n已设置 ${count('set')} 项，缺 ${count('missing')} 项，建议 ${count('should')} 项，未知 ${count('unknown')} 项。\n`;
}
