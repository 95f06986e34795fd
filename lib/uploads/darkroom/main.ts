import { develop } from './develop.ts'
import { drawPdf } from './draw-pdf.ts'
import { developFigure } from './figure.ts'
import type { Answer, Job } from './job.ts'

// A process of its own, with nothing of the server's in it: no settings, no database, one file at a time.
const say = (answer: Answer) => process.send?.(answer)

process.on('message', async ({ id, mediaType, bytes, purpose }: Job) => {
  try {
    if (purpose === 'figure') say({ id, done: await developFigure(mediaType, bytes) })
    else say({ id, done: await (mediaType === 'application/pdf' ? drawPdf(bytes) : develop(bytes)) })
  } catch (error) {
    say({ id, failed: String(error) })
  }
})
process.on('disconnect', () => process.exit())
