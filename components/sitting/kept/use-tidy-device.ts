'use client'
import { useEffect } from 'react'

/** When the exam has begun in peace, in milliseconds. */
const quietly = 20_000

/** Whoever sat here before: what the server has of their answers need not lie on this device any longer. */
export function useTidyDevice(attemptId: string): void {
  useEffect(() => {
    const tidy = () => {
      void import('../engine/journal/whole-device.ts')
        .then(({ forgetSettled }) => forgetSettled(attemptId))
        .catch(() => {
          // without a network, or where nothing is kept: the next exam on this device tries again
        })
    }
    const timer = setTimeout(tidy, quietly)
    return () => clearTimeout(timer)
  }, [attemptId])
}
