import { readSettings } from '@columns/check';
import type { KindId } from '@columns/content';
import type { Setting } from '@columns/import/core';
import { editor } from '../../editor.ts';
import { openCounty } from '../../open-county.ts';

/** The county that a file is read for, as `columns import` knows it, and what the open form says of the entry. */
export function settingOf(
  kind: KindId,
  place: string | undefined,
  id: string | undefined,
): Setting | undefined {
  const read = openCounty();
  if (!read.county) return undefined;
  const setting: Setting = {
    county: read.county,
    units: { county: read.county.name, departments: read.departments, towns: read.towns },
    domains: read.catalogue,
    limits: readSettings('/content', editor.facts.county).settings.thresholds,
    kind,
    ...(place === undefined ? {} : { item: place }),
    ...(id === undefined ? {} : { id }),
    set: {},
    attach: false,
  };
  // As plain data: a thread is given no functions.
  return JSON.parse(JSON.stringify(setting)) as Setting;
}
