import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

// What GitHub asks of an issue form (docs.github.com, Syntax for issue forms).

const text = z.string().min(1);
const field = z.strictObject({
  type: z.enum(['input', 'textarea', 'dropdown', 'checkboxes', 'markdown']),
  id: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
  attributes: z.strictObject({
    label: text.optional(),
    description: text.optional(),
    placeholder: text.optional(),
    value: text.optional(),
    options: z
      .array(z.union([text, z.strictObject({ label: text, required: z.boolean().optional() })]))
      .optional(),
  }),
  validations: z.strictObject({ required: z.boolean() }).optional(),
});
const form = z.strictObject({
  name: text,
  description: text,
  title: text,
  labels: z.array(text),
  body: z.array(field).min(1),
});

const folder = new URL('../../../.github/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const forms = readdirSync(new URL('ISSUE_TEMPLATE/', folder)).filter((name) => /^\d/.test(name));

describe('what citizens and officers fill in on GitHub', () => {
  it('has a form for new information, one for corrections, one for faults of the site', () => {
    const names = forms.map((name) => form.parse(parse(read(`ISSUE_TEMPLATE/${name}`))).name);
    expect(names).toEqual(['新增公开信息', '更正', '网站找错']);
  });

  it.each(forms)('%s is as GitHub wants it, in Chinese, and warns of personal data', (name) => {
    const { body } = form.parse(parse(read(`ISSUE_TEMPLATE/${name}`)));
    const fields = body.filter(({ type }) => type !== 'markdown');
    const ids = fields.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of fields) expect(attributes.label).toMatch(/\p{Script=Han}/u);
    expect(body[0]?.attributes.value).toContain('个人信息');
  });

  it('asks of a pull request what the law asks of publishing', () => {
    const template = read('pull_request_template.md');
    for (const word of ['先审后发', '个人信息', '不予公开', 'formerly']) {
      expect(template).toContain(word);
    }
  });
});
