'use client'
import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react'
import { type Solution, SolutionShelf } from './shelf.ts'

const ShelfContext = createContext<SolutionShelf | null>(null)

/** Worked solutions for everything below, fetched from `address` (a question's slug follows it) as they are opened. */
export function SolutionsProvider({ address, children }: { address: string; children: ReactNode }) {
  const [shelf] = useState(() => new SolutionShelf(address))
  return <ShelfContext value={shelf}>{children}</ShelfContext>
}

export function useShelf(): SolutionShelf {
  const shelf = useContext(ShelfContext)
  if (!shelf) throw new Error('Worked solutions need a SolutionsProvider above them')
  return shelf
}

export function useSolution(slug: string): Solution {
  const shelf = useShelf()
  return useSyncExternalStore(
    shelf.subscribe,
    () => shelf.of(slug),
    () => shelf.of(slug),
  )
}
