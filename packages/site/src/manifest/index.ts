export {
  KEY_FILE,
  type KnownVersion,
  keyName,
  MANIFEST,
  MinisignError,
  ORDER_FILE,
  type PublicKey,
  readKnown,
  readOrder,
  readPublicKey,
  versionText,
} from '@columns/export/manifest';
export { type ManifestHead, manifestHead } from './format.ts';
export { publicKeyText, readSecretKey, type SecretKey } from './minisign.ts';
export { askStamp, readRoots } from './stamp.ts';
export { type ManifestOptions, writeManifest } from './write.ts';
