import { expect, it } from 'vitest'
import { forbidden, leaks, type Secret, secrets } from './testing/secrets.ts'

const all = Object.keys(secrets) as Secret[]
const words = all.filter((name) => typeof secrets[name] === 'string')
const base64 = (before: string, text: string) => Buffer.from(`${before}${text}, and so on`).toString('base64')

it.each<[string, (secret: string) => string]>([
  ['as it is', (secret) => `{"x":"${secret}"}`],
  ['in JSON', (secret) => JSON.stringify({ x: secret })],
  ['in JSON in JSON', (secret) => JSON.stringify({ x: JSON.stringify([secret]) })],
  ['in an address', (secret) => `/x?y=${encodeURIComponent(secret)}`],
  ['in a form', (secret) => new URLSearchParams({ y: secret }).toString()],
  ['in HTML', (secret) => secret.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')],
  ['in hex', (secret) => Buffer.from(`ab${secret}c`).toString('hex')],
  ['in base64', (secret) => base64('', secret)],
  ['in base64, one letter on', (secret) => base64('a', secret)],
  ['in base64, two letters on', (secret) => base64('ab', secret)],
  ['in base64url', (secret) => Buffer.from(`{"k":"${secret}"}`).toString('base64url')],
])('a secret is seen %s', (_how, hidden) => {
  for (const name of words) expect(leaks(hidden(String(secrets[name])), all)).toContain(name)
})

it('a number is seen in decimals and in bytes', () => {
  const bytes = Buffer.from(Float64Array.of(0, secrets.expected, 0).buffer)
  for (const text of [JSON.stringify([secrets.expected]), secrets.expected.toFixed(8), bytes.toString('hex')])
    expect(leaks(text, all)).toEqual(['expected'])
})

it('nothing is seen where nothing is', () => {
  expect(leaks(JSON.stringify({ points: 7.3, text: 'planted', name: 'Zoë' }), all)).toEqual([])
})

it('a student reads their own key once it is released, and never another’s name', () => {
  expect(forbidden('owner', 'closed', 'ok', false)).toEqual(expect.arrayContaining(['expected', 'comment', 'seed']))
  expect(forbidden('owner', 'computed', 'ok', false)).not.toContain('expected')
  expect(forbidden('owner', 'released', 'ok', false)).toEqual(
    expect.arrayContaining(['classmate', 'otherStudentEmail']),
  )
  expect(forbidden('owner', 'released', 'ok', false)).not.toContain('ownerEmail')
  expect(forbidden('otherStudent', 'released', 'ok', false)).toEqual(expect.arrayContaining(['expected', 'ownerEmail']))
  expect(forbidden('instructor', 'released', 'ok', true)).toEqual([])
  expect(forbidden('assignedTa', 'closed', 'ok', true)).toContain('classmate')
  expect(forbidden('instructor', 'closed', 403, false)).toEqual(all)
})
