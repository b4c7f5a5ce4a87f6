import { createRequire } from 'node:module';

/** What Decap asks of its local server, and what it is told. */
export type Ask = (body: Record<string, unknown>) => Promise<{ status: number; json: unknown }>;

type Next = () => void;
interface Reply {
  status(code: number): Reply;
  json(value: unknown): void;
}
type Handler = (request: { body: unknown }, reply: Reply, next: Next) => unknown;

/** The part of an Express app that `decap-server` uses. */
interface App {
  use(): void;
  post(path: string, handler: Handler): void;
}

interface Middlewares {
  registerLocalFs(app: App, options: { logLevel: string }): Promise<void>;
  registerLocalGit(app: App, options: { logLevel: string }): Promise<void>;
}

/**
 * Decap's own file interface (`decap-server`) on a folder, without the port that it would open for
 * every page of this machine: we call its handlers ourselves.
 */
export async function fileInterface(folder: string, git: boolean): Promise<Ask> {
  const require = createRequire(import.meta.url);
  const handlers: Handler[] = [];
  const app: App = { use: () => {}, post: (_path, handler) => handlers.push(handler) };
  process.env['GIT_REPO_DIRECTORY'] = folder;
  const middlewares = require('decap-server/dist/middlewares.js') as Middlewares;
  await (git ? middlewares.registerLocalGit : middlewares.registerLocalFs)(app, {
    logLevel: 'error',
  });
  return (body) =>
    new Promise((resolve, reject) => {
      let status = 200;
      const reply: Reply = {
        status(code) {
          status = code;
          return reply;
        },
        json: (json) => resolve({ status, json }),
      };
      const run = (index: number): void => {
        const handler = handlers[index];
        if (!handler) reject(new Error('decap-server gave no answer.'));
        else Promise.resolve(handler({ body }, reply, () => run(index + 1))).catch(reject);
      };
      run(0);
    });
}
