import { defineConfig } from 'vitest/config'
import { offerSoftwareGpu } from './grader/backends/software-gpu.ts'

// set here because the test processes inherit it: WebGPU is tested on every machine with a Chromium
offerSoftwareGpu()

/** The parts of lib that need no database of the tests. */
const withoutDatabase = [
  '{start,bench,questions/render,exchange/{item,markup,aiken,gift,moodle,qti}}/**/*.test.ts',
  'security/*.test.ts',
].map((own) => `lib/${own}`)

const shared = { environment: 'node' as const, restoreMocks: true, unstubEnvs: true }

export default defineConfig({
  test: {
    // Two cores are the least this is run on; each grader process alone takes 200 MB.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{grader,components,app,questions,e2e}/**/*.test.{ts,tsx}', ...withoutDatabase],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['{lib,prisma}/**/*.test.{ts,tsx}'],
          exclude: withoutDatabase,
          globalSetup: ['lib/db/testing/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
