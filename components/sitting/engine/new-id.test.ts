import { afterEach, describe, expect, it, vi } from 'vitest'
import { newId } from './new-id.ts'

describe('operation ids', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('are version 4 UUIDs without a secure context too', () => {
    const getRandomValues = crypto.getRandomValues.bind(crypto)
    vi.stubGlobal('crypto', { getRandomValues })
    const ids = Array.from({ length: 50 }, newId)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(ids).size).toBe(50)
  })
})
