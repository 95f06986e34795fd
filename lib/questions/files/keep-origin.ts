import { inTransaction } from '../../db/query.ts'
import { storeText } from '../versions/save-version.ts'
import { readText } from '../versions/texts.ts'
import type { ReadText } from '../versions/types.ts'

/** Where a text came from. */
interface Origin {
  /** the file's name, as its history shows it */
  file: string
  [more: string]: unknown
}

/**
 * Writes into the history of a question that its draft came from a file; what can be read as a question is a version of it.
 * `known`: how the text reads, where that was asked before.
 */
export async function keepOrigin(
  personId: string,
  slug: string,
  source: string,
  origin: Origin,
  known?: ReadText,
): Promise<void> {
  const read = known ?? (await readText(slug, source))
  await inTransaction(async (run) => {
    const [question] = await run<{ id: string }>('SELECT id FROM question WHERE slug = $1 FOR NO KEY UPDATE', [slug])
    if (!question) return
    const version = read.ok ? (await storeText(run, question.id, { ...read, source })).id : null
    await run(
      `INSERT INTO question_history (question_id, what, question_version_id, person_id, note, details)
       VALUES ($1, 'imported', $2, $3, $4, $5)`,
      [question.id, version, personId, origin.file, JSON.stringify(origin)],
    )
    if (version)
      await run('UPDATE question_draft SET based_on = $2 WHERE question_id = $1 AND source = $3', [
        question.id,
        version,
        source,
      ])
  })
}
