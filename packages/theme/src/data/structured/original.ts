import type { Entry } from '@columns/content';
import type { CreativeWork } from 'schema-dts';
import { ABRIDGED } from '../facts.ts';

/** Of a document that is not given whole: that it is not, and what it is taken from. */
export function original({ abridged }: Entry['data']): object {
  if (abridged === undefined) return {};
  const work: CreativeWork = {
    '@type': 'CreativeWork',
    name: abridged.of,
    ...(abridged.address === undefined ? {} : { url: abridged.address }),
  };
  return { disambiguatingDescription: ABRIDGED, isBasedOn: work };
}
