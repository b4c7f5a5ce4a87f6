import type { Files } from '@columns/content/fixture';
import { COUNTY, makeCounty } from '@columns/content/fixture';
import { loadStandard } from '@columns/standard';
import type { Finding, Inspection, InspectOptions, RuleId } from '../src/index.ts';
import { inspect } from '../src/index.ts';

export const ASOF = '2023-06-30';

/** What inspecting a fixture county gives. */
export function inspectFiles(
  files: Files,
  options: InspectOptions = { asOf: ASOF },
): Promise<Inspection> {
  const { contentRoot } = makeCounty({ files });
  return inspect(contentRoot, 'shili', loadStandard(), options);
}

/** The findings of one rule in a fixture county. */
export async function foundBy(rule: RuleId, files: Files): Promise<Finding[]> {
  const { findings } = await inspectFiles(files);
  return findings.filter((finding) => finding.rule === rule);
}

/** `_notice/2023/a.md:10 message`: where and what, as a case pins it. */
export function told({ file, line, field, message }: Finding): string {
  return `${file.replace(/^shili\//, '')}:${line}${field === undefined ? '' : ` ${field}`} ${message}`;
}

/** A county that is no demonstration. */
export const REAL_COUNTY = COUNTY.replace(
  'demo: true\n',
  'marks: {site-id-code: "3412000001", icp: 备案号, host: 示例县人民政府, contact: 0739-5551234, party-mark: "https://example.org/"}\n',
);
