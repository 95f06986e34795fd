'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { Shows } from './result.ts'

const everything: Shows = {
  reviewed: true,
  points: true,
  verdicts: true,
  expected: true,
  solutions: true,
  comments: true,
  statistics: true,
}

const ShowsContext = createContext(everything)

/** What of the results below is released; without it, as for staff, everything. */
export function ShowsProvider({ shows, children }: { shows: Shows; children: ReactNode }) {
  return <ShowsContext value={shows}>{children}</ShowsContext>
}

export const useShows = (): Shows => useContext(ShowsContext)
