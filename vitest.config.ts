import { defineConfig } from 'vitest/config'

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
          include: ['{grader,components,app,questions}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['{lib,prisma}/**/*.test.{ts,tsx}'],
          globalSetup: ['lib/db/testing/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
