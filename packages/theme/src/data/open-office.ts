import type { Column, Department } from '@columns/content';

/** 条例第三条: the office of a government is in charge of disclosure in its area. */
const GOVERNMENT_OFFICE = /政府办公[室厅]$/u;

/**
 * The unit in charge of disclosure, whom one can ask whatever it is about: that of the county's guide to
 * disclosure, of its notice on applications, or the government's office.
 */
export function openOffice({ county, entries, departments }: Column): Department | undefined {
  const { guide, application } = county.parts;
  const named = [guide, application].flatMap(
    (id) => entries.find((entry) => entry.id === id) ?? [],
  );
  const unit = named
    .map(({ data }) => data.unit)
    .find((id) => departments.some((one) => one.id === id));
  return departments.find(({ id, name }) =>
    unit === undefined ? GOVERNMENT_OFFICE.test(name) : id === unit,
  );
}
