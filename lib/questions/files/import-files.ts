import { z } from 'zod'
import { readArchive } from '../../archive/read-archive.ts'
import type { Principal } from '../../auth/principal.ts'
import { requireAdministrator, requireRole } from '../../auth/require.ts'
import { parse } from '../../http/parse.ts'
import { Refusal } from '../../http/refusal.ts'
import { keepNamedFigure } from '../figures/stored-figures.ts'
import { saveDraft } from '../versions/save-draft.ts'
import { startQuestion } from '../versions/start-question.ts'
import { type ImportChoice, splitChoices } from './import-choices.ts'
import type { ImportedFile, ImportReport } from './import-report.ts'
import { keepOrigin } from './keep-origin.ts'
import { type LookedAt, lookAtFiles } from './look-at-files.ts'

/** What an archive may weigh, in bytes. */
export const mostArchive = 30_000_000

export const importQuery = z.strictObject({
  /** whose the new questions become: a course's, or the house's */
  course: z.union([z.uuid(), z.literal('house')]),
  /** only say what would be done */
  look: z.literal('1').optional(),
  /** so many bytes of what is sent are the choices; the rest is the archive */
  choices: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

/**
 * Brings question files and their pictures in from an archive. New questions become drafts; where one is here already, its
 * draft becomes the file's text, or the file gets another name, if that was asked for. Done twice it is done once.
 */
export async function importFiles(
  principal: Principal | null,
  given: z.input<typeof importQuery>,
  read: () => Promise<Buffer>,
): Promise<ImportReport> {
  const { course, look, choices: length } = parse(importQuery, given)
  const { personId } =
    course === 'house'
      ? await requireAdministrator(principal)
      : await requireRole(principal, course, ['ta', 'instructor'])
  const { choices, archive } = splitChoices(await read(), length)
  const looked = await lookAtFiles(personId, await readArchive(archive))
  if (look) return { files: looked.map(({ report }) => report) }
  // pictures first: whoever opens a question then finds them
  const order = looked.toSorted((a, b) => Number(b.report.kind === 'figure') - Number(a.report.kind === 'figure'))
  const by = { principal, personId, courseId: course === 'house' ? null : course }
  for (const one of order) await write(by, one, choices.get(one.report.path))
  return { files: looked.map(({ report }) => report) }
}

interface By {
  principal: Principal | null
  personId: string
  courseId: string | null
}

async function write(by: By, { report, bytes, source }: LookedAt, choice: ImportChoice | undefined): Promise<void> {
  const { kind, name, what, path } = report
  try {
    if (name === null || what === 'same' || choice?.how === 'skip') return
    if (kind === 'figure') await keepNamedFigure(name, bytes, by.personId)
    else {
      report.became = source === null ? null : await writeQuestion(by, { name, what, source }, choice)
      if (source === null || report.became === null) return
      await keepOrigin(by.personId, report.became, source, { file: path })
    }
    report.done = true
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 503) throw error
    if (kind === 'figure') report.what = 'refused'
    // the sentence, without the member of the request that it is about
    report.message = error.message.replace(`${error.field}: `, '')
  }
}

/** The name of the question that a text has become, of a name of its own or the one that was chosen; null: of none. */
async function writeQuestion(
  { principal, courseId }: By,
  { name, what, source }: { name: string; what: ImportedFile['what']; source: string },
  choice: ImportChoice | undefined,
): Promise<string | null> {
  if (choice?.how === 'rename' || (what === 'new' && !choice)) {
    const slug = choice ? choice.name : name
    await startQuestion(principal, { slug, courseId, source })
    return slug
  }
  if (choice?.how !== 'draft' || what !== 'changed') return null
  await saveDraft(principal, name, { source, revision: choice.revision })
  return name
}
