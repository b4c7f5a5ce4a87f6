/** A process of its own for one build: `node build-ours.ts <site> <index> [part size]`. */
import { buildIndex } from '@columns/search/build';
import { listOf } from './site.ts';

const [site = '', outDir = '', size] = process.argv.slice(2);
const documents = listOf(site);
const partSize = size === undefined ? {} : { partSize: Number(size) };
const report = await buildIndex({ documents, outDir, site: 'bench', ...partSize });
process.stdout.write(`${JSON.stringify(report)}\n`);
