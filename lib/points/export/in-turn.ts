import { busy } from '../../http/refusal.ts'

/** So many files at a time: each keeps one of the connections that pages share, and a processor. Saves have their own. */
const atOnce = 3
/** Who reads nothing for so long has gone. Milliseconds. */
const patience = 60_000

let running = 0

/**
 * A file as a stream that is made as fast as it is read. The first piece is made before there is a stream: what cannot be
 * made is an answer of its own, not a file that breaks off. A fourth at the same time is asked to come back.
 */
export async function inTurn(pieces: AsyncGenerator<Uint8Array>, wait = patience): Promise<ReadableStream<Uint8Array>> {
  if (running >= atOnce) throw busy()
  running += 1
  let left = false
  const leave = async () => {
    if (left) return
    left = true
    running -= 1
    clearTimeout(timer)
    await pieces.return(undefined)
  }
  const timer = setTimeout(leave, wait).unref()
  const next = async () => {
    try {
      const piece = await pieces.next()
      timer.refresh()
      return piece
    } catch (error) {
      await leave()
      throw error
    }
  }
  let first: IteratorResult<Uint8Array> | null = await next()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = first ?? (left ? null : await next())
        first = null
        if (piece === null) controller.error(new Error('nobody read this file in time'))
        else if (piece.done) {
          await leave()
          controller.close()
        } else controller.enqueue(piece.value)
      },
      cancel: leave,
    },
    { highWaterMark: 0 },
  )
}
