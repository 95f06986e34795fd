import { defineConfig } from '@playwright/test'
import { takeStack } from './e2e/setup/own-stack.ts'
import { CHROMIUM_FLAGS, findChromium } from './lib/start/browser/find-chromium.ts'

takeStack()
const executablePath = findChromium()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/setup/start.ts',
  outputDir: 'test-results',
  // The people of a stack are few, and its tests take turns: each worker has a stack of its own.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
    baseURL: process.env.REFEREE_ADDRESS,
    locale: 'en-GB',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
  },
})
