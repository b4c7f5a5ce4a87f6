#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { COMPILE_CACHE } from '../src/compile-cache.ts';

// A task of a small county would else spend more on reading our own code than on its work.
enableCompileCache(COMPILE_CACHE);
const { doneByWorker } = await import('@columns/standard/workers');

const args = process.argv.slice(2);
if (!(await doneByWorker(args))) {
  const { main } = await import('../src/index.ts');
  const { lastWords } = await import('../src/last-words.ts');
  const { gitCredentials } = await import('../src/github.ts');

  lastWords();
  Object.assign(process.env, gitCredentials(process.env));
  process.exitCode = await main(args);
}
