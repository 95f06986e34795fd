// npm leaves an optional platform package out of the lockfile when its registry does not carry it, and `npm ci` then
// refuses that lockfile everywhere. This adds the missing entries: name and version stand in the parent's
// optionalDependencies, and the name itself says which system, processor and C library the package is for.
import fs from 'node:fs'
import path from 'node:path'

const SYSTEMS = words('darwin win32 android freebsd openharmony linux netbsd openbsd sunos aix')
const PROCESSORS = words('arm64 x64 ia32 arm ppc64 s390x riscv64 loong64 mips64el wasm32')
const EXACT = /^\d+\.\d+\.\d+\S*$/

function words(list) {
  return new Set(list.split(' '))
}

/** The `os`, `cpu` and `libc` that a package name spells out, or null when it names no platform. */
export function platformOf(name) {
  const parts = name.toLowerCase().split(/[/\-_.]/)
  const system = parts.find((part) => SYSTEMS.has(part))
  const arm32 = parts.some((part) => /^(gnu|musl)?eabi(hf)?$|^armv?\d?/.test(part) && part !== 'arm64')
  const processor = parts.find((part) => PROCESSORS.has(part)) ?? (arm32 ? 'arm' : undefined)
  if (!system && !processor) return null
  const libc = parts.some((part) => part.startsWith('musl'))
    ? 'musl'
    : parts.some((part) => part.startsWith('gnu'))
      ? 'glibc'
      : undefined
  return {
    ...(processor ? { cpu: [processor] } : {}),
    ...(system ? { os: [system] } : {}),
    ...(system === 'linux' && libc ? { libc: [libc] } : {}),
  }
}

/** Adds what is missing to a parsed lockfile and sorts it the way npm does. Returns the names it added. */
export function addPlatformPackages(lock) {
  const added = []
  for (const [folder, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const known = lock.packages[`node_modules/${name}`] ?? lock.packages[`${folder}/node_modules/${name}`]
      const platform = platformOf(name)
      if (known || !platform || !EXACT.test(version)) continue
      lock.packages[`node_modules/${name}`] = {
        version,
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
        ...platform,
      }
      added.push(name)
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  return added
}

if (process.argv[1] && path.basename(process.argv[1]) === 'fix-lock.mjs') {
  const file = 'package-lock.json'
  const lock = JSON.parse(fs.readFileSync(file, 'utf8'))
  const added = addPlatformPackages(lock)
  fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${added.length} platform packages added to ${file}`)
}
