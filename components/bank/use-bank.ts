'use client'
import { useEffect, useRef, useState } from 'react'
import { askBank } from './ask-bank.ts'
import type { Bank } from './card.ts'

/** Milliseconds without another letter after which one has ended a word. */
const pause = 250

export interface Found {
  bank: Bank | null
  /** an answer is on its way */
  busy: boolean
  failed: boolean
}

/** What the bank has for what is asked, a while after the last letter; `page` more of it are kept together. */
export function useBank(asked: Record<string, string>, page: number): Found {
  const [found, setFound] = useState<Found>({ bank: null, busy: true, failed: false })
  const key = new URLSearchParams(asked).toString()
  const before = useRef(key)
  useEffect(() => {
    const stop = new AbortController()
    const further = before.current === key && page > 1
    setFound((now) => ({ ...now, busy: true }))
    const timer = setTimeout(
      () => {
        before.current = key
        const parameters = { ...Object.fromEntries(new URLSearchParams(key)), page: String(page) }
        askBank(parameters, stop.signal).then(
          (bank) =>
            setFound((now) => {
              if (!bank) return { ...now, busy: false, failed: true }
              const entries = further && now.bank ? [...now.bank.entries, ...bank.entries] : bank.entries
              return { bank: { ...bank, entries }, busy: false, failed: false }
            }),
          () => {},
        )
      },
      before.current === key ? 0 : pause,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [key, page])
  return found
}
