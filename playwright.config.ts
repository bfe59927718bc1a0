import { defineConfig } from '@playwright/test';
import { findChromium, FLAGS } from './tests/support/chromium.mjs';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results/journeys',
  timeout: 120_000,
  expect: { timeout: 7_000 },
  // Each journey has a server of its own; two at a time is what a small machine bears.
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: { args: FLAGS, ...(executablePath ? { executablePath } : {}) },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1366, height: 800 },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'with JavaScript', grepInvert: /@plain\b/ },
    // What is tagged @both walks again, and what is tagged @plain walks only, without JavaScript.
    { name: 'without JavaScript', grep: /@both\b|@plain\b/, use: { javaScriptEnabled: false } },
  ],
});
