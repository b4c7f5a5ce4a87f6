import { delimiter, dirname } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment for a program that we start: what it starts in turn finds this very Node first. Windows
 * spells the variable `Path` and takes only one of two spellings, so there is one in the result.
 */
export function withOwnNode(env: Environment): NodeJS.ProcessEnv {
  const path = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1];
  const others = Object.entries(env).filter(([name]) => name.toUpperCase() !== 'PATH');
  const own = dirname(process.execPath);
  return {
    ...(Object.fromEntries(others) as NodeJS.ProcessEnv),
    PATH: path ? `${own}${delimiter}${path}` : own,
  };
}
