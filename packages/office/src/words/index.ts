export { latin1 } from '../bytes.ts';
export { EncodingTrial, markedUtf16, namedEncoding } from '../encoding.ts';
export { printedNumber } from './list-numbers.ts';
export { chineseNumber, digits, toChinese } from './numerals.ts';
export { clean, findLoosely, oneLine, squeeze } from './spaces.ts';
