export { differences, headOf } from './rebuilt.ts';
export { isWhole, verifyText } from './report.ts';
export { folderSource, siteSource, type VerifySource } from './source.ts';
export { type Verified, type VerifyOptions, verifySite } from './verify.ts';
