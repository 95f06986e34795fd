import { describe, expect, it } from 'vitest'
import { addressesIn, answered, deadAddresses, leadsSomewhere } from './addresses.ts'

describe('addresses that the pages name', () => {
  it('are answered, each by a route or a page', () => {
    expect(answered().length).toBeGreaterThan(150)
    expect(deadAddresses()).toEqual([])
  })

  it('are found whatever is put in', () => {
    const id = '$' + "{one({ b: 'c' })}"
    const code = `fetch(\`/api/a/${id}/d?e=${id}\`); <a href="/staff/courses#top" />; const x = '/apical'`
    expect(addressesIn(code)).toEqual(['/api/a/[*]/d', '/staff/courses'])
  })

  it('lead somewhere as a whole or as a base, never past what is there', () => {
    const routes = ['/api/v1/questions/[slug]/figures', '/api/auth/[...nextauth]']
    expect(leadsSomewhere('/api/v1/questions/[*]/figures', routes)).toBe(true)
    expect(leadsSomewhere('/api/v1/questions/[*]', routes)).toBe(true)
    expect(leadsSomewhere('/api/auth/callback/credentials', routes)).toBe(true)
    expect(leadsSomewhere('/api/v1/questions/[*]/figures/[*]', routes)).toBe(false)
    expect(leadsSomewhere('/api/v1/question/[*]', routes)).toBe(false)
  })
})
