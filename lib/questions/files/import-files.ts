import { z } from 'zod'
import { readArchive } from '../../archive/read-archive.ts'
import type { Principal } from '../../auth/principal.ts'
import { requireAdministrator, requireRole } from '../../auth/require.ts'
import { parse } from '../../http/parse.ts'
import { Refusal } from '../../http/refusal.ts'
import { keepNamedFigure } from '../figures/stored-figures.ts'
import { questionSlug } from '../preview-question.ts'
import { saveDraft } from '../versions/save-draft.ts'
import { startQuestion } from '../versions/start-question.ts'
import type { ImportReport } from './import-report.ts'
import { type LookedAt, lookAtFiles } from './look-at-files.ts'

/** What an archive may weigh, in bytes. */
export const mostArchive = 30_000_000

export const importQuery = z.strictObject({
  /** whose the new questions become: a course's, or the house's */
  course: z.union([z.uuid(), z.literal('house')]),
  /** only say what would be done */
  look: z.literal('1').optional(),
  /** questions that are here and may become what the archive has */
  replace: z.array(questionSlug).max(2_000).default([]),
})

/**
 * Brings question files and their pictures in from an archive. New questions become drafts; where one is here already, its
 * draft becomes the file's text if that was asked for. Done twice it is done once.
 */
export async function importFiles(
  principal: Principal | null,
  given: z.input<typeof importQuery>,
  read: () => Promise<Buffer>,
): Promise<ImportReport> {
  const { course, look, replace } = parse(importQuery, given)
  const { personId } =
    course === 'house'
      ? await requireAdministrator(principal)
      : await requireRole(principal, course, ['ta', 'instructor'])
  const looked = await lookAtFiles(personId, await readArchive(await read()))
  if (look) return { files: looked.map(({ report }) => report) }
  // pictures first: whoever opens a question then finds them
  const order = looked.toSorted((a, b) => Number(b.report.kind === 'figure') - Number(a.report.kind === 'figure'))
  for (const one of order) await write(principal, one, course === 'house' ? null : course, replace)
  return { files: looked.map(({ report }) => report) }
}

async function write(
  principal: Principal | null,
  { report, bytes, source, revision }: LookedAt,
  courseId: string | null,
  replace: readonly string[],
): Promise<void> {
  const { kind, name, what } = report
  try {
    if (name === null) return
    if (kind === 'figure' && what === 'new') await keepNamedFigure(name, bytes, principal?.personId ?? null)
    else if (source !== null && what === 'new') await startQuestion(principal, { slug: name, courseId, source })
    else if (source !== null && what === 'changed' && replace.includes(name))
      await saveDraft(principal, name, { source, revision })
    else return
    report.done = true
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 503) throw error
    report.what = 'refused'
    report.message = error.message
  }
}
