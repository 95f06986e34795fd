import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { GoldenFile } from '../operations/golden/golden.ts'

const tensor = z
  .object({ shape: z.array(z.int().nonnegative()), dtype: z.string(), data: z.array(z.number()) })
  .refine(({ shape, data }) => shape.reduce((a, b) => a * b, 1) === data.length, 'the data does not fill the shape')

const goldenFile = z.object({
  op: z.string(),
  description: z.string().default(''),
  cases: z.array(
    z.object({
      id: z.string(),
      params: z.record(z.string(), z.unknown()),
      inputs: z.record(z.string(), tensor),
      outputs: z.record(z.string(), tensor),
    }),
  ),
})

/** The JSON files under a folder, in order of their names. Throws where there is no such folder. */
export function goldenFilesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(folder, name))
}

/** Reads a golden file. Throws an Error that says what is wrong with it. */
export function readGoldenFile(file: string): GoldenFile {
  const read = goldenFile.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Error(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a golden file'}`)
}
