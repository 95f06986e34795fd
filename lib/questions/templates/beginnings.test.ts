import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { Refusal } from '../../http/refusal.ts'
import { beginnings } from './beginnings.ts'
import { readTemplates } from './list-templates.ts'

let people: Scenario

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(closePools)

describe('how a question begins', () => {
  it('offers the templates, the plainest first, each without the line about itself', async () => {
    const { templates } = await beginnings(people.tara, null)
    expect(templates.slice(0, 2).map(({ name }) => name)).toEqual(['blank', 'steps'])
    expect(templates.length).toBeGreaterThan(10)
    for (const { source, says } of templates) {
      expect(source).toMatch(/^---\ntitle: /)
      expect(source).not.toContain(says)
    }
  })

  it('is for the courses that somebody works for; for the house where they administer it', async () => {
    const { owners } = await beginnings(people.tara, null)
    expect(owners.map(({ courseId }) => courseId)).toEqual([people.courseId])
    const of = await beginnings(people.adam, null)
    expect(of.owners.at(-1)).toEqual({ courseId: null, title: null })
  })

  it('is nothing for students', async () => {
    await expect(beginnings(people.ada, null)).rejects.toBeInstanceOf(Refusal)
  })

  it('reads the house’s own templates where there are any, and passes over what is none', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'templates-'))
    await writeFile(path.join(folder, 'own.md'), '---\n# Ours. As we like it.\ntitle: One\n---\n')
    await writeFile(path.join(folder, 'notes.md'), 'nothing')
    expect(await readTemplates([path.join(folder, 'none'), folder])).toEqual([
      { name: 'own', title: 'Ours', says: 'As we like it.', source: '---\ntitle: One\n---\n' },
    ])
  })
})
