import type { PlacePosition } from '@columns/content';

export interface MapLink {
  readonly name: string;
  readonly address: string;
}

/**
 * Ways to open a place in a map: `geo:` (RFC 5870, WGS-84) for whatever program the reader has, and
 * 高德地图's URI API (`/marker`, GCJ-02, https://lbs.amap.com/api/uri-api) on the web.
 */
export function mapLinks(name: string, { wgs84, gcj02 }: PlacePosition): MapLink[] {
  const query = new URLSearchParams({
    position: `${gcj02.longitude},${gcj02.latitude}`,
    name,
    coordinate: 'gaode',
    callnative: '1',
  });
  return [
    { name: '用手机地图打开', address: `geo:${wgs84.latitude},${wgs84.longitude}` },
    { name: '高德地图', address: `https://uri.amap.com/marker?${query}` },
  ];
}
