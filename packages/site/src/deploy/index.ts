export { isSigned } from '../manifest/format.ts';
export { affectedApps, matrixOf } from './affected.ts';
export { hiddenFiles } from './hidden.ts';
export { type Kept, keepOld } from './keep.ts';
export { PreviousError, previousColumns, previousPaths } from './previous.ts';
export { deployByRsync } from './rsync.ts';
export { deployToS3, type S3Options } from './s3.ts';
export { type DeploySettings, readSettings } from './settings.ts';
export { RefusedError, type TargetName, type Verified, verify } from './verify.ts';
