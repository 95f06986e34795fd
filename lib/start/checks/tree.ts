import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../../..')

const NOT_OURS = new Set([
  'node_modules',
  '.git',
  '.next',
  '.data',
  '.bench',
  'coverage',
  'test-results',
  'playwright-report',
])
const GENERATED = /^lib\/db\/generated\/|^next-env\.d\.ts$|\.tsbuildinfo$/

/** What is kept in the project's own folder, generated things aside: `package.json`, `lib`, … */
export function topLevel(): string[] {
  return fs.readdirSync(root).filter((name) => !NOT_OURS.has(name) && !GENERATED.test(name))
}

/** Every file of the project as a path from its root, generated ones aside. */
export function files(): string[] {
  return topLevel()
    .flatMap(below)
    .filter((name) => !GENERATED.test(name))
}

function below(name: string): string[] {
  if (!fs.statSync(path.join(root, name)).isDirectory()) return [name]
  return fs.readdirSync(path.join(root, name)).flatMap((entry) => below(`${name}/${entry}`))
}

export const isCode = (name: string) => /\.(ts|tsx|mjs|js|css|prisma)$/.test(name)

export const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8')

export const lineCount = (name: string) => read(name).trimEnd().split('\n').length
