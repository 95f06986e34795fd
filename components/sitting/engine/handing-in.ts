import type { Answered, Transport } from './protocol.ts'

/** What handing in needs of the engine. */
interface HandingIn {
  /** tries until everything is acknowledged; false when that cannot be brought about now */
  settle: () => Promise<boolean>
  /** under which everything was saved, and the newest revision of every field that the server acknowledged */
  vouched: () => { epoch: number; revisions: Record<string, number> }
  /** the server lacks these: they are sent again */
  forget: (fields: readonly string[]) => void
}

export type HandedIn = Answered<{ submissionId: string }> | { outcome: 'unsaved' }

/** Hands in when the server has everything, never past an unsaved answer; uploads first what it says it lacks. */
export async function handIn(transport: Transport, { settle, vouched, forget }: HandingIn): Promise<HandedIn> {
  for (let round = 0; round < 3; round++) {
    if (!(await settle())) return { outcome: 'unsaved' }
    const answer = await transport.submit(vouched())
    if (answer.outcome !== 'refused' || answer.code !== 'missing') return answer
    forget(answer.fields)
  }
  return { outcome: 'unsaved' }
}
