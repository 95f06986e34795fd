import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'

describe('the policy of a page', () => {
  const policy = contentSecurityPolicy('abc')

  it('runs no script without the nonce of this very answer', () => {
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';")
    expect(policy).not.toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe-eval')
  })

  it('keeps style elements strict and lets formulas place their boxes', () => {
    expect(policy).toContain("style-src-elem 'self' 'nonce-abc';")
    expect(policy).toContain("style-src-attr 'unsafe-inline';")
  })

  it.each(["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])('says %s', (directive) => {
    expect(policy).toContain(directive)
  })

  it('lets a form go home, or to the issuer that signs people in', () => {
    expect(policy).toMatch(/form-action 'self'$/)
    const federated = contentSecurityPolicy('abc', { issuer: 'https://login.example.edu/realms/main' })
    expect(federated).toMatch(/form-action 'self' https:\/\/login\.example\.edu$/)
  })

  it('puts nothing into the policy that is no address', () => {
    expect(contentSecurityPolicy('abc', { issuer: "x; script-src 'unsafe-inline'" })).toMatch(/form-action 'self'$/)
  })
})
