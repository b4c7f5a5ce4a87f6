#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { main } from '../src/index.ts';

const content = fileURLToPath(new URL('../../../content', import.meta.url));
process.exitCode = main(process.argv.slice(2), content, {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
