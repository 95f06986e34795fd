import type { PaperQuestion } from '../../grader/answers/paper.ts'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { makePiece, type Piece } from '../http/pieces.ts'
import { requireOwnAttempt } from './facts.ts'
import { type Place, paperFrame } from './paper-frame.ts'
import { scalePaper } from './scale.ts'

/** A variant never changes: as printed with so many points it is made and packed once for all who were given it. */
const printed = new Map<string, Promise<Piece>>()
/** about 15 kB each */
const keepAtMost = 3_000

function keep(name: string, make: () => Promise<Piece>): Promise<Piece> {
  const known = printed.get(name)
  if (known) return known
  if (printed.size >= keepAtMost) printed.clear()
  const piece = make()
  printed.set(name, piece)
  piece.catch(() => printed.delete(name))
  return piece
}

async function print({ variantId, points }: Place): Promise<Piece> {
  const [row] = await query<{ paper: PaperQuestion }>('SELECT paper FROM variant WHERE id = $1', [variantId])
  if (!row) throw new Error(`There is no variant ${variantId}.`)
  return makePiece(JSON.stringify(scalePaper(row.paper, points)))
}

const plain = (text: string) => keep(text, () => makePiece(text))

/** The paper of an attempt, as `attemptPaper` gives it, in pieces ready to be sent. */
export async function printedPaper(principal: Principal | null, attemptId: string): Promise<Piece[]> {
  await requireOwnAttempt(principal, attemptId)
  const { frame, places } = await paperFrame(attemptId)
  const questions = places.map((place) => keep(`${place.variantId} ${place.points}`, () => print(place)))
  const comma = plain(',')
  const listed = questions.flatMap((question, at) => (at === 0 ? [question] : [comma, question]))
  return Promise.all([plain(`${JSON.stringify(frame).slice(0, -1)},"questions":[`), ...listed, plain(']}')])
}
