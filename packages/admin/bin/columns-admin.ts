#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// The same as that of `columns`.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/columns/compile'));
const { doneByWorker } = await import('@columns/standard/workers');

const args = process.argv.slice(2);
if (!(await doneByWorker(['columns-admin', ...args]))) {
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(args);
}
