import { z } from 'zod'
import { readArchive } from '../../archive/read-archive.ts'
import type { Principal } from '../../auth/principal.ts'
import { requireAdministrator, requireRole } from '../../auth/require.ts'
import { parse } from '../../http/parse.ts'
import { Refusal } from '../../http/refusal.ts'
import { keepNamedFigure } from '../figures/stored-figures.ts'
import { saveDraft } from '../versions/save-draft.ts'
import { startQuestion } from '../versions/start-question.ts'
import { readText } from '../versions/texts.ts'
import { type ImportChoice, splitChoices } from './import-choices.ts'
import type { ImportReport } from './import-report.ts'
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
 * draft becomes the file's text, or the file gets another name, if that was asked for. Done twice it is done once: what
 * stops in the middle, because something does not answer, is gone on with by asking for the same again.
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
  const files = looked.map(({ report }) => report)
  if (look) return { files, stopped: null }
  // pictures first: whoever opens a question then finds them
  const order = looked.toSorted((a, b) => Number(b.report.kind === 'figure') - Number(a.report.kind === 'figure'))
  const by = { principal, personId, courseId: course === 'house' ? null : course }
  for (const one of order) {
    const stopped = await write(by, one, choices.get(one.report.path))
    if (stopped !== null) return { files, stopped }
  }
  return { files, stopped: null }
}

interface By {
  principal: Principal | null
  personId: string
  courseId: string | null
}

/** Why nothing more can be written now; null: it is gone on. */
async function write(by: By, one: LookedAt, choice: ImportChoice | undefined): Promise<string | null> {
  const { report, bytes, source } = one
  const { kind, name, what } = report
  try {
    if (name === null || what === 'same' || choice?.how === 'skip') return null
    if (kind === 'figure') await keepNamedFigure(name, bytes, by.personId)
    else {
      report.became = source === null ? null : await writeQuestion(by, one, source, choice)
      if (report.became === null) return null
    }
    report.done = true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 503) return error.message
    if (kind === 'figure') report.what = 'refused'
    // the sentence, without the member of the request that it is about
    report.message = error.message.replace(`${error.field}: `, '')
  }
  return null
}

/** The name of the question that a text becomes, of its own name or the one that was chosen; null: of none. */
function targetOf({ report: { name, what } }: LookedAt, choice: ImportChoice | undefined): string | null {
  if (choice?.how === 'rename') return choice.name
  const taken = choice ? choice.how === 'draft' && what === 'changed' : what === 'new'
  return taken ? name : null
}

async function writeQuestion(
  { principal, personId, courseId }: By,
  one: LookedAt,
  source: string,
  choice: ImportChoice | undefined,
): Promise<string | null> {
  const slug = targetOf(one, choice)
  if (slug === null) return null
  // whoever reads it may not answer: before anything is written, so that nothing stays without its origin
  const read = await readText(slug, source)
  if (choice?.how === 'draft') await saveDraft(principal, slug, { source, revision: choice.revision })
  else await startQuestion(principal, { slug, courseId, source })
  await keepOrigin(personId, slug, source, { file: one.report.path }, read)
  return slug
}
