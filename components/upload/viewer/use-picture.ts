'use client'
import { useEffect, useState } from 'react'
import type { Size } from './view.ts'

/** A picture's own size once it is there; 'failed' where it does not come. `turn` asks again. */
export function usePicture(address: string, turn: number): Size | 'failed' | null {
  const [found, setFound] = useState<{ address: string; size: Size | 'failed' } | null>(null)
  useEffect(() => {
    let current = true
    const picture = new Image()
    picture.onload = () =>
      current && setFound({ address, size: { width: picture.naturalWidth, height: picture.naturalHeight } })
    picture.onerror = () => current && setFound({ address, size: 'failed' })
    picture.src = turn > 0 ? `${address}?again=${turn}` : address
    return () => {
      current = false
    }
  }, [address, turn])
  return found?.address === address ? found.size : null
}
