import { describe, expect, it } from 'vitest'
import { journalContract } from './journal-contract.ts'
import { PretendDevice } from './pretend-device.ts'

describe('the journal that tests use', () => {
  for (const [rule, holds] of Object.entries(journalContract)) {
    it(rule, async () => {
      const attempts = new Map<string, PretendDevice>()
      const device = (attempt: string) => {
        const found = attempts.get(attempt) ?? new PretendDevice()
        attempts.set(attempt, found)
        return found
      }
      expect(await holds((attempt) => device(attempt).journal(() => () => {}))).toBeNull()
    })
  }
})
