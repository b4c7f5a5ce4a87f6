import type { PlacePosition } from '@columns/content';

export interface MapLink {
  readonly name: string;
  readonly address: string;
}

/**
 * Ways to open a place in a map, in the datum that each understands: on the web (and in 微信, whose browser opens web
 * pages only) 高德地图, 腾讯地图 and 百度地图 by their URI APIs, on iPhones Apple's, and `geo:` (RFC 5870, WGS-84) for
 * whatever other telephones have.
 *
 * Sources: https://lbs.amap.com/api/uri-api, https://lbs.qq.com/webApi/uriV1/uriGuide/uriOverview,
 * https://lbsyun.baidu.com/faq/api?title=webapi/uri, https://developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/MapLinks/MapLinks.html
 */
export function mapLinks(name: string, { wgs84, gcj02 }: PlacePosition): MapLink[] {
  const { latitude, longitude } = gcj02;
  const query = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  const amap = query({
    position: `${longitude},${latitude}`,
    name,
    coordinate: 'gaode',
    callnative: '1',
  });
  // A colon and a semicolon part what 腾讯地图 reads of a marker.
  const title = name.replaceAll(/[:;]/g, ' ');
  const tencent = query({
    marker: `coord:${latitude},${longitude};title:${title};addr:${title}`,
    referer: 'disclosure',
  });
  const baidu = query({
    location: `${latitude},${longitude}`,
    title: name,
    content: name,
    coord_type: 'gcj02',
    output: 'html',
    src: 'disclosure',
  });
  // In China Apple's maps reckon in GCJ-02.
  const apple = query({ ll: `${latitude},${longitude}`, q: name });
  return [
    { name: '高德地图', address: `https://uri.amap.com/marker?${amap}` },
    { name: '腾讯地图（微信里可用）', address: `https://apis.map.qq.com/uri/v1/marker?${tencent}` },
    { name: '百度地图', address: `https://api.map.baidu.com/marker?${baidu}` },
    { name: '苹果地图', address: `https://maps.apple.com/?${apple}` },
    { name: '手机自带地图（安卓）', address: `geo:${wgs84.latitude},${wgs84.longitude}` },
  ];
}
