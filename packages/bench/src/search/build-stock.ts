/**
 * A process of its own for one build: `node build-stock.ts <site> <index>`. Pagefind as it comes,
 * told only where the article is.
 */
import { close, createIndex } from 'pagefind';

const [site = '', outputPath = ''] = process.argv.slice(2);
const { index, errors } = await createIndex({ rootSelector: 'article' });
if (index === undefined) throw new Error(errors.join('; '));
const added = await index.addDirectory({ path: site });
await index.writeFiles({ outputPath });
await close();
process.stdout.write(`${JSON.stringify({ documents: added.page_count })}\n`);
