import { describe, expect, it } from 'vitest'
import { requireSameOrigin } from './origin.ts'

const own = 'https://exams.example.edu'
const check =
  (headers: Record<string, string>, origin: string | undefined = own) =>
  () =>
    requireSameOrigin(new Headers({ host: 'exams.example.edu', ...headers }), origin)

describe('a change is accepted from our own pages only', () => {
  it.each<[string, Record<string, string>]>([
    ['a browser that says so', { 'sec-fetch-site': 'same-origin', origin: own }],
    ['a browser that sends no Origin', { 'sec-fetch-site': 'same-origin' }],
    ['an older browser', { origin: own }],
  ])('takes %s', (_name, headers) => {
    expect(check(headers)).not.toThrow()
  })

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a sister site', { 'sec-fetch-site': 'same-site', origin: 'https://www.example.edu' }],
    ['a link or bookmark', { 'sec-fetch-site': 'none' }],
    ['a sandbox', { origin: 'null' }],
    ['an Origin that contradicts the rest', { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }],
    ['a host that only begins like ours', { origin: 'https://exams.example.edu.evil.example' }],
    ['what says nothing at all', {}],
  ])('refuses %s', (_name, headers) => {
    expect(check(headers)).toThrow(expect.objectContaining({ status: 403, code: 'cross-origin' }))
  })

  it('goes by the host where no public address is configured', () => {
    expect(() =>
      requireSameOrigin(new Headers({ host: 'localhost:3000', origin: 'http://localhost:3000' }), undefined),
    ).not.toThrow()
    expect(() =>
      requireSameOrigin(new Headers({ host: 'localhost:3000', origin: 'http://localhost:4000' }), undefined),
    ).toThrow()
  })
})
