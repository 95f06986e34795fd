import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './lib/start/browser/find-chromium.ts'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/setup/start.ts',
  outputDir: 'test-results',
  // One stack serves every test, and its people are few: tests take turns.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
    baseURL: process.env.REFEREE_ADDRESS, // set by the global set-up, before the workers read this
    locale: 'en-GB',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
  },
})
