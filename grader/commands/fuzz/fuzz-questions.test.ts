import { describe, expect, it } from 'vitest'
import { filesToBreak, fuzzQuestions } from './fuzz-questions.ts'
import { mutateFile } from './mutate-file.ts'

const files = filesToBreak()

describe('files that somebody broke', () => {
  it('are read without an accident, and every problem has a place and words', async () => {
    const found = await fuzzQuestions({ seed: 'tests', from: 0, runs: 120, files, print() {} })
    expect(found.faults).toEqual([])
    expect(found.files).toBe(120)
    expect(found.sound).toBeGreaterThan(5)
    expect(found.sound).toBeLessThan(90)
  }, 60_000)

  it('are the same for the same name, and differ from the file', () => {
    const [file = '', ...others] = files
    expect(mutateFile(file, others, 'a')).toBe(mutateFile(file, others, 'a'))
    const broken = Array.from({ length: 20 }, (_, k) => mutateFile(file, others, String(k)))
    expect(new Set([file, ...broken]).size).toBeGreaterThan(18)
  })
})
