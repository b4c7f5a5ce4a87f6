#!/usr/bin/env node
import { writeExampleFiles } from '../src/examples/entry-files.ts';

/* node packages/bench/bin/example-files.ts content/anyue/_policy/2026/example-rules-2026.md … */
for (const entry of process.argv.slice(2)) {
  for (const file of writeExampleFiles(entry)) process.stdout.write(`${file}\n`);
}
