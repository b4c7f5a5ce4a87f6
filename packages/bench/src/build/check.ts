/** A process of its own that checks a county as `columns check --gate` does: `node check.ts <root> <county>`. */
import { checkCounties } from '@columns/check';

const [root = '', county = ''] = process.argv.slice(2);
const task = { known: [county], wanted: [county], gate: true, strict: false };
const { counties } = await checkCounties(root, task);
const errors = counties.flatMap(({ findings }) => findings);
if (errors.length > 0)
  throw new Error(`The made-up county has faults: ${JSON.stringify(errors[0])}`);
