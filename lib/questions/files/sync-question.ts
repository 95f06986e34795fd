import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireAdministrator } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { contentFolder } from '../../environment.ts'
import { parse } from '../../http/parse.ts'
import { notFound, Refusal } from '../../http/refusal.ts'
import { figureBytes, figureFolder, knownFigure, namedFigures } from '../figures/stored-figures.ts'
import { questionSlug } from '../preview-question.ts'
import { saveDraft } from '../versions/save-draft.ts'
import { pathOf } from './file-names.ts'
import { fileText } from './texts-of.ts'

export const syncBody = z.strictObject({
  slug: questionSlug,
  /** to-folder: what is published becomes the file; to-database: the file becomes the draft */
  way: z.enum(['to-folder', 'to-database']),
})

/** Brings the two sides of a question together, one way or the other. */
export async function syncQuestion(principal: Principal | null, given: z.input<typeof syncBody>): Promise<void> {
  const { personId } = await requireAdministrator(principal)
  const { slug, way } = parse(syncBody, given)
  if (way === 'to-folder') await writeToFolder(slug, personId)
  else await takeFile(principal, personId, slug)
}

/** Published is what is published: the file becomes a draft, and is audited and published like every other. */
async function takeFile(principal: Principal | null, personId: string, slug: string): Promise<void> {
  const source = await fileText(slug)
  if (source === null) throw notFound()
  const [draft] = await query<{ source: string; revision: number }>(
    'SELECT d.source, d.revision FROM question_draft d JOIN question q ON q.id = d.question_id WHERE q.slug = $1',
    [slug],
  )
  if (draft?.source === source) return
  await saveDraft(principal, slug, { source, revision: draft?.revision ?? 0 })
  await query(
    `INSERT INTO question_history (question_id, what, person_id, note, details)
     SELECT id, 'imported', $2, $3, '{"from": "folder"}' FROM question WHERE slug = $1`,
    [slug, personId, pathOf.question(slug)],
  )
}

async function writeToFolder(slug: string, personId: string): Promise<void> {
  const [published] = await query<{ questionId: string; versionId: string; source: string }>(
    `SELECT q.id AS "questionId", v.id AS "versionId", v.source FROM question q
     JOIN question_published p ON p.question_id = q.id JOIN question_version v ON v.id = p.question_version_id WHERE q.slug = $1`,
    [slug],
  )
  if (!published) throw notFound()
  const { questionId, versionId, source } = published
  for (const file of namedFigures(source)) {
    const figure = await knownFigure(file)
    if (figure) await writeWhole(figureFolder(), file, await figureBytes(figure, 'given'))
  }
  await writeWhole(contentFolder('bank'), `${slug}.md`, source)
  await query(
    `INSERT INTO question_history (question_id, what, question_version_id, person_id, details)
     VALUES ($1, 'synced', $2, $3, '{"to": "folder"}')`,
    [questionId, versionId, personId],
  )
}

/** Whoever reads the folder meanwhile finds the file before or the file after, never half of one. */
async function writeWhole(folder: string, name: string, content: string | Buffer): Promise<void> {
  const half = path.join(folder, `.${name}.${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(half, content)
    await rename(half, path.join(folder, name))
  } catch (error) {
    await rm(half, { force: true }).catch(() => {})
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EISDIR', 'ENOTDIR'].includes(code)) throw error
    throw new Refusal(409, 'folder', `The folder of question files cannot be written to (${code}).`)
  }
}
