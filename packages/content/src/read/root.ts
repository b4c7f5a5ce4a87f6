import { readdirSync } from 'node:fs';
import type { Problem } from '../problem.ts';
import { START } from '../problem.ts';
import { kindOf } from './files.ts';
import { unprintableName } from './paths.ts';
import { specialFile } from './unreadable.ts';

/** The manual of officers, at the root of the folder. */
export const ROOT_README = 'README.md';

/**
 * What stands in `content/` itself and belongs to no county: pages are made of counties' folders alone, and
 * no county's check would look at it.
 */
export function rootProblems(contentRoot: string): Problem[] {
  return readdirSync(contentRoot, { withFileTypes: true }).flatMap((child): Problem[] => {
    const { name } = child;
    const outside: Problem = { code: 'shape/outside-counties', file: name, ...START, value: name };
    switch (kindOf(child)) {
      case 'folder':
        return name.startsWith('.') ? [outside] : [];
      case 'link':
        return [{ code: 'safety/symbolic-link', file: name, ...START, value: name }];
      case 'special':
        return [specialFile(name)];
      case 'name':
        return [unprintableName(name)];
      default:
        return name === ROOT_README ? [] : [outside];
    }
  });
}
