export { type GivenOrder, judgeOrder, type OrderVerdict } from './judge-order.ts';
export { type GivenPage, judgePage, type PageVerdict } from './judge-page.ts';
export {
  ALGORITHM,
  keyName,
  lastBase64,
  latin1,
  MinisignError,
  PREHASHED,
  type PublicKey,
  publicKeyLine,
  readPublicKey,
  signatureFault,
} from './minisign.ts';
export {
  type KnownVersion,
  ORDER_FILE,
  ORDER_SIGNATURE_FILE,
  readKnown,
  readOrder,
  type Version,
  versionText,
} from './order.ts';
export {
  HEAD_FILE,
  KEY_FILE,
  MANIFEST,
  partOf,
  ROOT_PART,
  SIGNATURE_FILE,
} from './places.ts';
