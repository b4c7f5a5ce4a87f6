#!/usr/bin/env node
/** Draws the packages anew in `packages/README.md`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNeeds, withDrawing } from '../src/house/drawing.ts';

const root = join(import.meta.dirname, '../../..');
const page = join(root, 'packages/README.md');
writeFileSync(page, withDrawing(readFileSync(page, 'utf8'), readNeeds(root)));
