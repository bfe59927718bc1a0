/**
 * `npm run screenshots`: the README's pictures, from the demonstration town as the built program shows it.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions } from '@playwright/test';
import { seedIfNew } from '#db/seed.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
import { buildIfOld } from '../../src/prepare.mjs';
import { findOrInstallChromium, FLAGS } from './chromium.mjs';
import { migrateAt } from './database.ts';
import { PHONE } from './phone.ts';
import { startServer } from './server.ts';

const PLACE = 'static/readme';
const LAPTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const WALL: BrowserContextOptions = { viewport: { width: 1600, height: 900 } };

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly device: BrowserContextOptions;
  /** The heading it begins with, where that isn’t the page’s own. */
  readonly from?: string;
  /** The session of whoever looks. */
  readonly session?: string;
}

buildIfOld();
const folder = mkdtempSync(join(tmpdir(), 'boussole-pictures-'));
const url = `file:${join(folder, 'pictures.db')}`;
await migrateAt(url);
const house = openHouse(readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent', DEMONSTRATION: 'yes' }));
await seedIfNew(house);
const pictures = await choose(house);
await house.close();
// An address as people type it: nobody calls it, the browser goes where the server listens.
const server = await startServer(url, { ORIGIN: 'http://boussole.example' });
const browser = await chromium.launch({ executablePath: findOrInstallChromium(), args: FLAGS });
try {
  mkdirSync(PLACE, { recursive: true });
  for (const picture of pictures) await take(browser, picture);
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function take(browser: Browser, { name, path, device, from, session }: Picture): Promise<void> {
  const context = await browser.newContext({
    ...device,
    locale: 'fr-FR',
    baseURL: server.origin,
    reducedMotion: 'reduce',
  });
  if (session) await context.addCookies([{ name: SESSION_COOKIE, value: session, url: server.origin }]);
  const page = await context.newPage();
  const response = await page.goto(path);
  if (response?.status() !== 200) throw new Error(`${path} answers ${response?.status()}`);
  // Typefaces come after the words; what is live comes after the page.
  await page.evaluate(async () => document.fonts.ready);
  await page.waitForTimeout(1000);
  if (from) await page.getByRole('heading', { name: from }).evaluate((heading) => heading.scrollIntoView());
  await page.screenshot({ path: `${PLACE}/${name}.png` });
  console.log(`${PLACE}/${name}.png  ${path}`);
  await context.close();
}

/** A group's words on the wall, results, and the plan: of the cycle that is open. */
async function choose(of: House): Promise<Picture[]> {
  const {
    territory_id: territoryId,
    slug,
    cycle,
    cycle_id: cycleId,
  } = await of.db
    .selectFrom('cycle')
    .innerJoin('territory', 'territory.id', 'cycle.territory_id')
    .select(['cycle.territory_id', 'territory.slug', 'cycle.slug as cycle', 'cycle.id as cycle_id'])
    .where('cycle.closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  const base = `/fr/${slug}/${cycle}`;
  const round = await of.db
    .selectFrom('round')
    .select('id')
    .where('cycle_id', '=', cycleId)
    .where('closed_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const wall = await openWall(of, territoryId, cycleId);
  return [
    { name: 'home', path: base, device: PHONE },
    { name: 'wall', path: `${base}/definitions/gatherings/${wall.id}/screen`, device: WALL, session: wall.session },
    { name: 'results', path: `${base}/evaluation/rounds/${round.id}`, device: LAPTOP },
    { name: 'plan', path: `${base}/plan`, device: LAPTOP, from: 'Où nous voulons aller' },
  ];
}

/** Shares the words of the gathering that has most of them, as whoever facilitates it would. */
async function openWall(of: House, territoryId: string, cycleId: string): Promise<{ id: string; session: string }> {
  const { id, account_id: accountId } = await of.db
    .selectFrom('note')
    .innerJoin('gathering_facilitator as leads', 'leads.gathering_id', 'note.gathering_id')
    .select(['leads.gathering_id as id', 'leads.account_id'])
    .where('note.cycle_id', '=', cycleId)
    .groupBy(['leads.gathering_id', 'leads.account_id'])
    .orderBy((e) => e.fn.countAll(), 'desc')
    .executeTakeFirstOrThrow();
  await of.write((db, now) =>
    leadGathering(db, { territoryId, gatheringId: id, phase: 'sharing', questionId: null, actor: PROGRAM }, now),
  );
  return { id, session: (await openSession(of, accountId)).secret };
}
