'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Layer, Mark } from './shown-page.ts'

export type Saving = 'saved' | 'saving' | 'retrying' | { refused: string }

interface Own {
  version: number
  marks: readonly Mark[]
}

/** Milliseconds between a stroke and its being sent: a few are sent together. */
const gather = 500
const again = 4_000

/** What the reviewer has on a sheet: shown at once, sent soon, sent again until the server has it. */
export function useMarks(address: string | null, layers: readonly Layer[]) {
  const given = layers.find(({ mine }) => mine)
  const [marks, setMarks] = useState<readonly Mark[]>(given?.marks ?? [])
  const [saving, setSaving] = useState<Saving>('saved')
  const own = useRef<Own & { sent: readonly Mark[] }>({
    version: given?.version ?? 0,
    marks: given?.marks ?? [],
    sent: given?.marks ?? [],
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const busy = useRef(false)

  const send = useCallback(async () => {
    clearTimeout(timer.current)
    if (address === null || busy.current || own.current.sent === own.current.marks) return
    busy.current = true
    setSaving('saving')
    const { version, marks: sent } = own.current
    const answer = await put(address, { version, marks: sent })
    busy.current = false
    if ('version' in answer) {
      own.current = { ...own.current, version: answer.version, sent }
      setSaving('saved')
    } else if (answer.refused !== null) return setSaving({ refused: answer.refused })
    else setSaving('retrying')
    if (own.current.sent !== own.current.marks) timer.current = setTimeout(send, 'version' in answer ? gather : again)
  }, [address])

  const change = useCallback(
    (next: readonly Mark[]) => {
      own.current = { ...own.current, marks: next }
      setMarks(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(send, gather)
    },
    [send],
  )
  // whoever goes on to another page leaves nothing unsent
  useEffect(() => () => void send(), [send])
  return { marks, saving, change }
}

async function put(address: string, body: Own): Promise<{ version: number } | { refused: string | null }> {
  try {
    const response = await fetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
    })
    const json = (await response.json()) as { version?: number; error?: { message?: string } }
    if (response.ok && typeof json.version === 'number') return { version: json.version }
    return { refused: response.status < 500 && json.error?.message ? json.error.message : null }
  } catch {
    return { refused: null }
  }
}
