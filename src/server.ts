import { createServer, type RequestListener, type Server } from 'node:http';
import { migrate } from '#db/migrate.ts';
import { startJobs } from '#db/jobs.ts';
import { openHouse, provideHouse, type House } from '#lib/platform/house.server.ts';
import { openPageCache, PUBLIC_PAGE } from '#lib/platform/page-cache.server.ts';
import { gather, readToTheEnd, send } from '#lib/platform/response.server.ts';
import { readSettings, type Settings } from '#lib/platform/settings.server.ts';
import { SECOND } from '#lib/platform/time.ts';

/** How long requests under way may take to end after SIGTERM. */
const GRACE = 10 * SECOND;

export interface Running {
  readonly house: House;
  /** The port that was taken: of interest where PORT is 0. */
  readonly port: number;
  stop(): Promise<void>;
}

/** Opens the house, brings the tables up to date, and serves. One process, one house. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<Running> {
  const settings = readSettings(environment);
  const house = openHouse(settings);
  try {
    return await open(house, settings);
  } catch (error) {
    await house.close();
    throw error;
  }
}

async function open(house: House, settings: Settings): Promise<Running> {
  await migrate(house.connections);
  provideHouse(house);
  const server = createServer();
  // Longer than any proxy in front keeps its lines: it must not write into one that has just been closed.
  server.keepAliveTimeout = 75 * SECOND;
  server.on('request', await listenerOf(house, settings, server));
  await listen(server, settings);
  const stopJobs = startJobs(house);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  return { house, port, stop: () => stop(server, house, stopJobs) };
}

/** Public pages from memory first; everything else from SvelteKit, gathered and compressed. */
async function listenerOf(house: House, settings: Settings, server: Server): Promise<RequestListener> {
  const handler = await loadHandler(settings);
  const pages = openPageCache(house.hub, house.clock);
  return (req, res) => {
    // Whoever comes while the server ends gets an answer, and no second one on the same line.
    if (!server.listening) res.setHeader('connection', 'close');
    if (pages.serve(req, res)) return;
    readToTheEnd(req, res);
    const versionOf = pages.versionsBefore();
    gather(res, (answer) => {
      pages.keep(req, answer, versionOf);
      res.removeHeader(PUBLIC_PAGE);
      send(req, res, answer).catch((error: unknown) => {
        house.log.error({ err: error }, 'an answer could not be sent');
        res.destroy();
      });
    });
    handler(req, res, () => {
      res.statusCode = 404;
      res.end('Not found');
    });
  };
}

type Handler = (req: Parameters<RequestListener>[0], res: Parameters<RequestListener>[1], next: () => void) => void;

/** adapter-node reads its settings from the environment while it is being loaded. */
async function loadHandler(settings: Settings): Promise<Handler> {
  process.env.ORIGIN = settings.origin;
  process.env.BODY_SIZE_LIMIT = String(settings.bodyLimit);
  if (settings.proxyDepth > 0) {
    process.env.ADDRESS_HEADER = 'x-forwarded-for';
    process.env.XFF_DEPTH = String(settings.proxyDepth);
  }
  const place = new URL('../build/handler.js', import.meta.url).href;
  const { handler } = (await import(place)) as { handler: Handler };
  return handler;
}

function listen(server: Server, settings: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, () => resolve());
  });
}

/** Takes no new requests, lets those under way end, commits what was accepted, closes the database. */
async function stop(server: Server, house: House, stopJobs: () => Promise<void>): Promise<void> {
  house.hub.letGo();
  const force = setTimeout(() => server.closeAllConnections(), GRACE);
  // A line that has just been answered is idle only from then on.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(sweep);
  clearTimeout(force);
  await stopJobs();
  await house.close();
}

if (import.meta.main) {
  const { runServer } = await import('#db/run-server.ts');
  await runServer(serve);
}
