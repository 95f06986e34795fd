'use client'
import { useEffect, useState } from 'react'

/** What the server says of pages in this exam. */
export interface PageRules {
  bytes: number
  pages: number
  phone: boolean
}

/** What holds until the server has been heard; it looks for itself in any case. */
const usual: PageRules = { bytes: 12_000_000, pages: 12, phone: false }

export function usePageRules(attemptId: string): PageRules {
  const [rules, setRules] = useState(usual)
  useEffect(() => {
    const stop = new AbortController()
    fetch(`/api/exam/v1/attempts/${encodeURIComponent(attemptId)}/pages`, { signal: stop.signal, redirect: 'error' })
      .then(async (response) => response.ok && setRules((await response.json()) as PageRules))
      .catch(() => {})
    return () => stop.abort()
  }, [attemptId])
  return rules
}
