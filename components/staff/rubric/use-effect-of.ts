'use client'
import { useEffect, useState } from 'react'
import { sendJson } from '../send-json.ts'
import type { Edit } from './draft.ts'
import type { Effect } from './rubric.ts'

/** What the server says of an edit: nothing asked, on its way, the effect, or why not. */
export type Asked =
  | { state: 'none' | 'waiting' }
  | { state: 'shown'; effect: Effect }
  | { state: 'refused'; code: string; message: string | null }

/** typing is not asked about letter by letter */
const pause = 350

/** Asks what an edit would do, whenever it is another or `again` is. An answer to an earlier question is passed over. */
export function useEffectOf(path: string, edit: Edit | null, again: number): Asked {
  const question = edit ? JSON.stringify(edit) : null
  const [answered, setAnswered] = useState<{ question: string; again: number; asked: Asked } | null>(null)
  useEffect(() => {
    if (question === null) return
    let stale = false
    const timer = setTimeout(async () => {
      const sent = await sendJson(`${path}/preview`, JSON.parse(question))
      if (stale) return
      const asked: Asked = sent.ok
        ? { state: 'shown', effect: sent.body as Effect }
        : { state: 'refused', code: sent.code, message: sent.message }
      setAnswered({ question, again, asked })
    }, pause)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [path, question, again])
  if (question === null) return { state: 'none' }
  return answered?.question === question && answered.again === again ? answered.asked : { state: 'waiting' }
}
