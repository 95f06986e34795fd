import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { enrol, makeCourse, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { Refusal } from '../../http/refusal.ts'
import { plantQuestion, questionText } from '../bank/testing/own-bank.ts'
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
    await enrol(await makeCourse('Another'), people.tara, 'student')
    expect((await beginnings(people.tara, null)).owners.map(({ courseId }) => courseId)).toEqual([people.courseId])
    const of = await beginnings(people.adam, null)
    expect(of.owners.at(-1)).toEqual({ courseId: null, title: null })
  })

  it('starts from a question that one may read; from a draft where one works on it', async () => {
    const { courseId, ines, tara, outsider } = people
    await plantQuestion('ours', ines, { courseId, source: questionText({ title: 'Ours' }) })
    const draft = await plantQuestion('draft', ines, { courseId, published: false, source: 'title: Draft' })
    const from = async (who: Principal, slug: string) => (await beginnings(who, slug)).from
    expect(await from(tara, 'ours')).toEqual({ slug: 'ours', title: 'Ours', source: questionText({ title: 'Ours' }) })
    expect(await from(tara, 'draft')).toMatchObject({ title: 'Draft' })
    await expect(from(outsider, 'ours')).rejects.toMatchObject({ status: 404 })
    await query(
      `INSERT INTO question_share (question_id, course_id, "right", person_id)
       SELECT $1, course_id, 'use', $2 FROM membership WHERE person_id = $3`,
      [draft, ines.personId, outsider.personId],
    )
    await expect(from(outsider, 'draft')).rejects.toMatchObject({ status: 404 })
  })

  it('is nothing for students', async () => {
    await expect(beginnings(people.ada, null)).rejects.toBeInstanceOf(Refusal)
  })

  it('reads the house’s own templates where there are any, and passes over what is none', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'templates-'))
    await writeFile(path.join(folder, 'own.md'), '---\n# Ours. As we like it.\ntitle: One\n---\n')
    await writeFile(path.join(folder, 'notes.md'), 'nothing')
    await writeFile(path.join(folder, 'own.md.bak'), '---\n# Ours. As it was.\ntitle: One\n---\n')
    expect(await readTemplates([path.join(folder, 'none'), folder])).toEqual([
      { name: 'own', title: 'Ours', says: 'As we like it.', source: '---\ntitle: One\n---\n' },
    ])
  })
})
