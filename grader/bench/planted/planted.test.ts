import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { paperExecutors } from '../../marking/testing/desk.ts'
import { operations } from '../../operations/library.ts'
import type { QuestionDefinition } from '../../question/definition.ts'
import { parseQuestion } from '../../question/parse-question.ts'
import { plantedFixtures } from './fixtures.ts'
import { hasSeveralSteps, type PlantedFigures, simulate } from './simulate.ts'
import { plantedAims, shareOf, totalsOf } from './totals.ts'

const folder = join(import.meta.dirname, '../../../questions/bank')
const bank = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file): QuestionDefinition => {
    const parsed = parseQuestion(readFileSync(join(folder, file), 'utf8'), file.replace('.md', ''), operations)
    if (!parsed.ok) throw new Error(`${file} cannot be read.`)
    return parsed.question
  })
const options = { students: 36, variants: 3, executors: paperExecutors() }

describe('simulated students of every question with several steps', () => {
  const all: PlantedFigures[] = []

  beforeAll(async () => {
    for (const question of [...bank.filter(hasSeveralSteps), ...plantedFixtures()]) {
      all.push(await simulate(question, options))
    }
  }, 120_000)

  it('are of ten questions of the bank at least, and of others', () => {
    expect(all.length).toBeGreaterThanOrEqual(13)
    for (const { firstWrong } of all) expect(firstWrong.reduce((so, { of }) => so + of, 0)).toBe(options.students)
  })

  it('are shown where they first went wrong', () => {
    for (const share of totalsOf(all).firstWrong) expect(shareOf(share)).toBeGreaterThanOrEqual(plantedAims.firstWrong)
  })

  it('have a single slip found exactly: its name if it has one, its box if not, and nothing else', () => {
    expect(shareOf(totalsOf(all).recovered[0]!)).toBeGreaterThanOrEqual(plantedAims.recovered)
  })

  it('are fully right where they only round', () => {
    expect(shareOf(totalsOf(all).honest)).toBeGreaterThanOrEqual(plantedAims.honest)
  })

  it('are given no name for numbers that mean nothing', () => {
    expect(shareOf(totalsOf(all).named)).toBeLessThanOrEqual(plantedAims.named)
  })
})

it('is the same simulation every time', async () => {
  const [question] = plantedFixtures()
  const once = await simulate(question!, options)
  expect(await simulate(question!, options)).toEqual(once)
})
