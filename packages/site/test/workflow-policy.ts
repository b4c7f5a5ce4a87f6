import { readFileSync } from 'node:fs';
import { isMap, isScalar, parse, parseDocument, visit } from 'yaml';
import { z } from 'zod';

// What actionlint does not ask of a workflow, and we do.

const permissions = z.record(z.string(), z.string());

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});

const job = z.object({
  permissions: permissions.optional(),
  'timeout-minutes': z.number().optional(),
  uses: z.string().optional(),
  steps: z.array(step).default([]),
});

const workflow = z.object({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  permissions: z.unknown().optional(),
  concurrency: z.unknown().optional(),
  jobs: z.record(z.string(), job),
});

type Job = z.infer<typeof job>;

const manifest = new URL('../../../package.json', import.meta.url);
/** The package manager that the scripts are tested with, to the patch: it runs where secrets are. */
export const PNPM: string = JSON.parse(readFileSync(manifest, 'utf8')).packageManager;

/** One plain call of a script: no second command, no redirection, no value put in by GitHub. */
const scriptCall = new RegExp(`^npx -y ${PNPM.replaceAll('.', '\\.')} [\\w ./:@=~-]+$`);

/** Every way in which a workflow breaks our rules; none for a good one. */
export function policyFaults(source: string): string[] {
  const flow = workflow.parse(parse(source));
  const events = typeof flow.on === 'string' ? [flow.on] : eventsOf(flow.on);
  const forked = events.includes('pull_request');
  const faults = [...triggerFaults(events), ...topFaults(flow), ...pinFaults(source)];
  if (forked && /\bsecrets\b\s*[.[:]/.test(source)) faults.push('a pull request sees no secrets');
  if (/secrets:\s*inherit/.test(source)) faults.push('secrets are handed on by name');
  const scheduled = events.every((event) => UNFORKED.includes(event));
  // Woken by a run of a pull request, with secrets: of that run nothing is checked out and nothing handed to a shell.
  const woken = events.includes('workflow_run');
  const tagged = isTagged(flow.on);
  if (woken && events.length > 1) faults.push('workflow_run stands alone');
  for (const [name, one] of Object.entries(flow.jobs)) {
    faults.push(
      ...jobFaults(one, { forked, scheduled, woken, tagged }).map((fault) => `${name}: ${fault}`),
    );
  }
  return faults;
}

/** Events that no outsider can cause. */
const UNFORKED = ['schedule', 'workflow_dispatch'];

function eventsOf(on: string[] | Record<string, unknown>): string[] {
  return Array.isArray(on) ? on : Object.keys(on);
}

/** Whether only a tag wakes it, which nobody sets who may not write anyway. */
function isTagged(on: z.infer<typeof workflow>['on']): boolean {
  if (typeof on === 'string' || Array.isArray(on) || Object.keys(on).join() !== 'push')
    return false;
  const push = z
    .object({ tags: z.array(z.string()) })
    .strict()
    .safeParse(on['push']);
  return push.success;
}

function triggerFaults(events: string[]): string[] {
  return events.includes('pull_request_target') ? ['pull_request_target is not allowed'] : [];
}

function topFaults(flow: z.infer<typeof workflow>): string[] {
  const faults: string[] = [];
  const top = permissions.safeParse(flow.permissions);
  const least = top.success && Object.entries(top.data).every(isContentsRead);
  if (!least) faults.push('top-level permissions must be {} or contents: read');
  if (flow.concurrency === undefined) faults.push('concurrency is not set');
  return faults;
}

function isContentsRead([scope, access]: [string, string]): boolean {
  return scope === 'contents' && access === 'read';
}

interface Trust {
  readonly forked: boolean;
  readonly scheduled: boolean;
  readonly woken: boolean;
  readonly tagged: boolean;
}

function jobFaults(one: Job, { forked, scheduled, woken, tagged }: Trust): string[] {
  const faults: string[] = [];
  const writes = Object.entries(one.permissions ?? {}).filter(([, access]) => access === 'write');
  for (const [scope] of writes) {
    const may =
      scope === 'issues'
        ? scheduled
        : scope === 'statuses'
          ? woken
          : scope === 'contents'
            ? tagged
            : ['attestations', 'id-token', 'pages'].includes(scope);
    if (!may) {
      faults.push(`may write ${scope}`);
    }
  }
  // A token that may write is kept away from our code and its dependencies; but for issues, which our own
  // code writes, on main only, the mark with a preview's address, and the release of a tag.
  const own = ['contents', 'issues', 'statuses'];
  const grave = writes.filter(([scope]) => !own.includes(scope));
  if (grave.length > 0 && one.steps.some((each) => each.run !== undefined)) {
    faults.push('runs scripts with a token that may write');
  }
  if (one.uses !== undefined && !one.uses.startsWith('./')) {
    faults.push(`calls a workflow of others: ${one.uses}`);
  }
  if (one.uses === undefined && one['timeout-minutes'] === undefined) {
    faults.push('timeout-minutes is not set');
  }
  for (const each of one.steps) {
    if (each.run !== undefined && !scriptCall.test(each.run.trim())) {
      faults.push(`run must be one call of npx -y ${PNPM}: ${each.run.trim()}`);
    }
    const action = each.uses?.split('@')[0];
    if (action === 'actions/checkout' && each.with?.['persist-credentials'] !== false) {
      faults.push('checkout must set persist-credentials: false');
    }
    if (
      woken &&
      action === 'actions/checkout' &&
      ('ref' in (each.with ?? {}) || 'repository' in (each.with ?? {}))
    ) {
      faults.push('a woken workflow checks out the default branch only');
    }
    if (woken && action?.startsWith('actions/cache')) {
      faults.push('a woken workflow writes no cache');
    }
    if (forked && (action === 'actions/cache' || action === 'actions/cache/save')) {
      faults.push('a pull request may restore a cache, not save one');
    }
    const packs =
      action === 'actions/upload-artifact' || action === 'actions/upload-pages-artifact';
    const path = String(each.with?.['path'] ?? '');
    if (packs && /^dist$|^\./.test(path) && each.with?.['include-hidden-files'] !== true) {
      faults.push('a site is packed with its hidden files');
    }
  }
  return faults;
}

/** Pinned to a commit, with the version beside it for people and for update tools. */
function pinFaults(source: string): string[] {
  const faults: string[] = [];
  visit(parseDocument(source), {
    Map(_key, node) {
      if (!isMap(node)) return;
      const value = node.get('uses', true);
      if (!isScalar(value) || typeof value.value !== 'string') return;
      if (value.value.startsWith('./')) return;
      if (!/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(value.value)) {
        faults.push(`not pinned to a commit: ${value.value}`);
      } else if (!/^ v\d+(\.\d+)*$/.test(value.comment ?? '')) {
        faults.push(`no version in a comment: ${value.value}`);
      }
    },
  });
  return faults;
}
