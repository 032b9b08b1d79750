import { defineConfig } from '@playwright/test'
import { chromiumArgs, findChromium } from '@/.ci/find-chromium'

/** Found once, by the process that starts the workers; they are told through the environment. */
process.env.CHROMIUM_PATH = findChromium()

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './fixtures/prepare.ts',
  forbidOnly: true,
  // A test that fails now and then is a defect, of the test or of the console.
  retries: 0,
  // Two for browsers, and one for the API, whose tests wait more than they work.
  workers: 3,
  fullyParallel: false,
  timeout: 60_000,
  // The consoles, the sandboxes and the browsers share two cores.
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    // A trace of every test would take a quarter of the time; `--trace on` records one.
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    // Without a graphics card every frame of an animation is drawn by the cores that everything else needs.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: chromiumArgs },
  },
  projects: [
    { name: 'browser', testMatch: ['ui/**', 'a11y/**'], workers: 2 },
    { name: 'api', testDir: './api' },
  ],
})
