import { encode } from 'uqr';

/** A code for a phone's camera: its side in modules, and one path for all dark ones, a row of squares each. */
export function qrOf(address: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(address, { ecc: 'L', border: 1 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { size, path };
}
