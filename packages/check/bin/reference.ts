#!/usr/bin/env node
/** Writes `packages/check/rules.md` from the rule table. */
import { writeFileSync } from 'node:fs';
import { ruleReference } from '../src/index.ts';

writeFileSync(new URL('../rules.md', import.meta.url), ruleReference());
