/** The browser that the journeys walk with. Plain JavaScript: it is looked for before anything is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { Missing, run, say } from '../../src/prepare.mjs';

/** The one without a window first: it draws the same pages with two thirds of the work. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** In a container there is no sandbox to be had; nothing is asked of the network but the pages under test. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
];

/** @returns {string | undefined} where Chromium is: on the path, or where Playwright keeps its own */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, MAC, bundled()].find((place) => place && existsSync(place));
}

/** Playwright's own, if it was ever downloaded. */
function bundled() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** @returns {string} @throws {Missing} when there is none and no way to install one */
export function findOrInstallChromium() {
  const found = findChromium();
  if (found) return found;
  for (const install of [fromSystem, fromPlaywright]) {
    install();
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Missing(
    'There is no Chromium, and it could not be installed from here: the browser journeys did not run.\n' +
      'Install it with your system’s package manager (Debian and Ubuntu: sudo apt-get install chromium), ' +
      'then type the same command again.',
  );
}

/** From the system's packages, where we may. */
function fromSystem() {
  if (process.getuid?.() !== 0) return;
  const ways = [
    ['apt-get', ['update', '-q'], ['install', '-y', '-q', 'chromium-headless-shell']],
    ['apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']],
    ['dnf', ['install', '-y', 'chromium']],
    ['apk', ['add', 'chromium']],
  ];
  for (const [tool, ...steps] of /** @type {[string, ...string[][]][]} */ (ways)) {
    if (spawnSync(tool, ['--version']).status !== 0) continue;
    say(`Installing Chromium with ${tool} …`);
    for (const args of steps) spawnSync(tool, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (findChromium()) return;
  }
}

function fromPlaywright() {
  say('Downloading Chromium with Playwright …');
  run('playwright', ['install', 'chromium']);
}
