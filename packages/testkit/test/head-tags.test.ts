import { describe, expect, test } from 'vitest';
import { pageTagFaults } from '../src/site/index.ts';

const SITE = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const RIGHT = [
  meta('SiteName', '某县'),
  meta('SiteDomain', 'www.example.gov.cn'),
  meta('SiteIDCode', '0000000001'),
].join('');

describe('head tags', () => {
  test('are right as they are prescribed, beside those of search engines', () => {
    expect(pageTagFaults(`${RIGHT}${meta('description', '某县专栏')}`, SITE)).toEqual([]);
  });

  test.each([
    [RIGHT.replace('SiteName', 'sitename'), ['SiteName is missing', 'sitename should be SiteName']],
    [RIGHT.replace('某县', ' '), ['SiteName is empty']],
    [RIGHT + meta('SiteName', '某县'), ['SiteName is there twice']],
    [RIGHT.replace('0000000001', '1'), ['SiteIDCode “1” has no such form']],
    [
      RIGHT.replace('www.example.gov.cn', 'https://example.gov.cn/'),
      ['SiteDomain “https://example.gov.cn/” has no such form'],
    ],
    [
      RIGHT + meta('PubDate', '2025-01-01'),
      ['PubDate “2025-01-01” has no such form', 'PubDate is no tag of this page'],
    ],
    [RIGHT + meta('Description', '一') + meta('description', '二'), ['description is there twice']],
  ])('are found wrong in %s', (html, faults) => {
    expect(pageTagFaults(html, SITE)).toEqual(faults);
  });
});
