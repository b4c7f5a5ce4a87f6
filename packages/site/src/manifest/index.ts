export {
  KEY_FILE,
  keyName,
  MANIFEST,
  MinisignError,
  type PublicKey,
  readPublicKey,
} from '@columns/export/manifest';
export { type ManifestHead, manifestHead } from './format.ts';
export { publicKeyText, readSecretKey, type SecretKey } from './minisign.ts';
export { type KnownVersion, ORDER_FILE, readKnown, readOrder, versionText } from './order.ts';
export { askStamp, readRoots } from './stamp.ts';
export { type ManifestOptions, writeManifest } from './write.ts';
