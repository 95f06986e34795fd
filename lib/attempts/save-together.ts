import { gathering } from '../db/gathering.ts'
import { saveQuery } from '../db/query.ts'

/** One device's batch, checked. */
interface Save {
  attemptId: string
  personId: string
  epoch: number
  /** JSON as `save_responses` takes it */
  saves: string
}

/** Saves of many students share statements: the round trip and the commit cost more than a save. */
export const saveTogether = gathering<Save, unknown>({
  lanes: 6,
  atMost: 12,
  mostWaiting: 3_000,
  lockOf: (save) => save.attemptId,
  async run(saves) {
    const rows = await saveQuery<{ saved: unknown }>(
      `SELECT save_responses(x.attempt, x.person, x.epoch, x.saves::jsonb) AS saved
       FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[]) AS x(attempt, person, epoch, saves)`,
      [
        saves.map((save) => save.attemptId),
        saves.map((save) => save.personId),
        saves.map((save) => save.epoch),
        saves.map((save) => save.saves),
      ],
    )
    return rows.map(({ saved }) => saved)
  },
})
