import { delimiter, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { withOwnNode } from '../src/own-node.ts';

const own = dirname(process.execPath);

test.each(['PATH', 'Path', 'path'])('a search path called %s begins with our Node', (name) => {
  expect(withOwnNode({ [name]: '/usr/bin', HOME: '/home' })).toEqual({
    PATH: `${own}${delimiter}/usr/bin`,
    HOME: '/home',
  });
});

test('without a search path there is only our Node, and not the current folder', () => {
  expect(withOwnNode({})).toEqual({ PATH: own });
});
