import { ACTIVE, HARMLESS, HARMLESS_OLD } from '@columns/office/fixture-active';
import { PLACES } from '@columns/office/fixture-places';
import { afterAll, describe, expect, it } from 'vitest';
import { AttachmentReader } from '../src/attachments/index.ts';
import { settingsFor } from '../src/settings/index.ts';
import { idNumber, Numbers } from './personal/made-up.ts';

const numbers = new Numbers(20);
const reader = new AttachmentReader(settingsFor().thresholds);
afterAll(() => reader.close());

describe('an identity number in an attachment is found', () => {
  it.each(Object.entries(PLACES))('%s', async (_, make) => {
    const { name, bytes } = make(idNumber(numbers));
    const { personal } = await reader.read(name, bytes);
    expect([...new Set(personal.map(({ type }) => type))]).toEqual(['id-number']);
  });
});

describe('a file with the same shape and no such number passes', () => {
  it.each(Object.entries(PLACES))('%s', async (_, make) => {
    const { name, bytes } = make('510000000000000000');
    const { personal } = await reader.read(name, bytes);
    expect(personal).toEqual([]);
  });
});

describe('what runs or loads something is refused', () => {
  it.each(Object.entries(ACTIVE))('%s', async (_, make) => {
    const { name, bytes } = make();
    const { faults } = await reader.read(name, bytes);
    expect(faults.map(({ rule }) => rule)).toContain('safety/macro');
  });
});

describe('what only shows something passes', () => {
  it.each(Object.entries(HARMLESS_OLD))('%s', async (_, make) => {
    const { name, bytes } = make();
    const { faults, personal } = await reader.read(name, bytes);
    expect({ faults, personal }).toEqual({ faults: [], personal: [] });
  });

  it.each(Object.entries(HARMLESS))('%s', async (_, make) => {
    const { name, bytes } = make();
    const { faults, personal, unseen } = await reader.read(name, bytes);
    expect({ faults, personal, unseen }).toEqual({ faults: [], personal: [], unseen: [] });
  });
});
