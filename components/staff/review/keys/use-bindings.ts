'use client'
import { useEffect, useState } from 'react'
import { type Bindings, printBindings, readBindings, usual } from './bindings.ts'

const at = 'referee.review/keys'

/** One's own keys, kept on this browser and the same in its other tabs. */
export function useBindings(): [Bindings, (bindings: Bindings) => void] {
  const [bindings, setBindings] = useState(usual)
  useEffect(() => {
    const read = () => {
      try {
        setBindings(readBindings(localStorage.getItem(at)))
      } catch {
        // a browser that stores nothing has the usual keys
      }
    }
    read()
    const heard = (event: StorageEvent) => event.key === at && read()
    window.addEventListener('storage', heard)
    return () => window.removeEventListener('storage', heard)
  }, [])
  return [
    bindings,
    (next) => {
      setBindings(next)
      try {
        localStorage.setItem(at, printBindings(next))
      } catch {
        // they hold until the page is left
      }
    },
  ]
}
