'use client'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { fetchRequests, type OwnRequests } from './own-requests.ts'

interface Desk {
  attemptId: string
  own: OwnRequests | null
  state: 'loading' | 'here' | 'failed'
  again: () => Promise<void>
}

const DeskContext = createContext<Desk | null>(null)

/** The requests about a result, for every part of it below; without it nothing can be asked. */
export function RequestsProvider({ attemptId, children }: { attemptId: string; children: ReactNode }) {
  const [own, setOwn] = useState<OwnRequests | null>(null)
  const [state, setState] = useState<Desk['state']>('loading')
  const again = useCallback(async () => {
    const found = await fetchRequests(attemptId)
    if (found) setOwn(found)
    setState(found ? 'here' : 'failed')
  }, [attemptId])
  useEffect(() => void again(), [again])
  return <DeskContext value={{ attemptId, own, state, again }}>{children}</DeskContext>
}

export const useRequests = (): Desk | null => useContext(DeskContext)
