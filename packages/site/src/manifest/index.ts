export { KEY_FILE, MANIFEST, type ManifestHead, manifestHead } from './format.ts';
export {
  keyName,
  MinisignError,
  type PublicKey,
  publicKeyText,
  readPublicKey,
  readSecretKey,
  type SecretKey,
} from './minisign.ts';
export { type KnownVersion, ORDER_FILE, readKnown, readOrder, versionText } from './order.ts';
export { askStamp, readRoots } from './stamp.ts';
export { type ManifestOptions, writeManifest } from './write.ts';
