import { sendJson } from '../staff/send-json.ts'
import { askPicture } from './ask-exchange.ts'
import { batches, type ReadPicture, type ReadQuestion, type TakenQuestion } from './exchange.ts'

export type Takeable = ReadQuestion & { source: string }

interface Given {
  courseId: string
  format: string
  /** the name of the file that they come from */
  file: string
  questions: Takeable[]
  /** all that the file has */
  pictures: readonly ReadPicture[]
  onDone: (done: number) => void
}

type Taken = { ok: true; taken: TakenQuestion[] } | { ok: false; code: string; message: string | null }

const mostNotes = 100
const longestNote = 1_000

/** Takes questions over, a batch at a time; their pictures go before them, since a question names what is there. */
export async function takeQuestions({ courseId, format, file, questions, pictures, onDone }: Given): Promise<Taken> {
  const taken: TakenQuestion[] = []
  for (const batch of batches(questions)) {
    onDone(taken.length)
    const sent = await sendPictures(courseId, batch, pictures)
    if (!sent.ok) return sent
    const given = sent.questions.map(({ slug, source, notes }) => ({
      slug,
      source,
      notes: notes.slice(0, mostNotes).map((note) => note.slice(0, longestNote)),
    }))
    const answer = await sendJson('/api/staff/v1/exchange/take-over', { courseId, format, file, questions: given })
    if (!answer.ok) return answer
    const { taken: these } = answer.body as { taken: Omit<TakenQuestion, 'title' | 'notes'>[] }
    for (const one of these) {
      const question = sent.questions.find(({ slug }) => slug === one.asked)
      taken.push({ ...one, title: question?.title ?? one.slug, notes: question?.refused ?? [] })
    }
  }
  return { ok: true, taken }
}

type Sent =
  | { ok: true; questions: (Takeable & { refused: string[] })[] }
  | { ok: false; code: string; message: string | null }

/** Sends the pictures that these questions name; one may be kept under another name, and what is refused is told. */
async function sendPictures(courseId: string, batch: Takeable[], pictures: readonly ReadPicture[]): Promise<Sent> {
  const questions = batch.map((question) => ({ ...question, refused: [] as string[] }))
  for (const { file, bytes } of pictures) {
    const those = questions.filter(({ source }) => source.includes(file))
    if (those.length === 0) continue
    const asked = await askPicture(courseId, file, bytes)
    if (!asked.ok && (asked.message === null || asked.code === 'grader-away')) return asked
    for (const question of those) {
      if (asked.ok) question.source = question.source.replaceAll(file, asked.value.file)
      else question.refused.push(`${file}: ${asked.message}`)
    }
  }
  return { ok: true, questions }
}
