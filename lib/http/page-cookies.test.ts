import { expect, it } from 'vitest'
import { readPageCookies } from './page-cookies.ts'

it('takes from cookies what makes sense and nothing else', () => {
  const read = (theme?: string, zone?: string) => readPageCookies((name) => ({ theme, zone })[name])
  expect(read('dark', 'Europe%2FBerlin')).toEqual({ theme: 'dark', zone: 'Europe/Berlin' })
  expect(read('<script>', 'Nowhere/Here')).toEqual({ theme: null, zone: null })
  expect(read(undefined, '%E0%A4')).toEqual({ theme: null, zone: null })
  expect(read()).toEqual({ theme: null, zone: null })
})
