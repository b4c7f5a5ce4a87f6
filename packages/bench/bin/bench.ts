#!/usr/bin/env node
import { main } from '../src/benchmarks.ts';

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
});
