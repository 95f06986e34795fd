'use client'
import { type ComponentType, useEffect, useState } from 'react'
import type { Seal } from '../seal.ts'
import type { KeptProps } from './kept-answers.tsx'

/** Without its pieces nothing can be shown, and nothing must break. */
export const loadKept = (): Promise<{ default: ComponentType<KeptProps> }> =>
  import('./kept-answers.tsx').catch(() => ({ default: () => null }))

/** Fetched when the exam has begun in peace: when it is needed there is no network. In milliseconds, then spread. */
const quietly = 15_000

/** What a file is sealed with, and the page that shows what would be in it, before the network may be gone. */
export function useSeal(attemptId: string): Seal | null {
  const [seal, setSeal] = useState<Seal | null>(null)
  useEffect(() => {
    const prepare = () => {
      void loadKept()
      void fetchSeal(attemptId).then(setSeal)
    }
    const timer = setTimeout(prepare, quietly * (1 + Math.random()))
    return () => clearTimeout(timer)
  }, [attemptId])
  return seal
}

export async function fetchSeal(attemptId: string): Promise<Seal | null> {
  try {
    const response = await fetch(`/api/exam/v1/attempts/${encodeURIComponent(attemptId)}/seal`, { cache: 'no-store' })
    return response.ok ? ((await response.json()) as Seal) : null
  } catch {
    return null
  }
}
