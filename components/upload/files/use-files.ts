'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { newId } from '../../sitting/engine/new-id.ts'
import { type FileOnWay, FileQueue } from './file-queue.ts'
import { keep, keptFor, letGo } from './kept-files.ts'
import type { Sent } from './send-file.ts'
import { drawnAnew, readyToSend } from './shrink.ts'
import { noteUnderWay } from './under-way.ts'

type Send = (page: string, blob: Blob, onShare: (share: number) => void) => Promise<Sent>

export interface Files {
  queue: FileQueue
  onWay: readonly FileOnWay[]
}

/** A pause that the network's return ends early. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, milliseconds)
    window.addEventListener('online', go)
  })
}

/** The files of one place on their way to the server, those that an earlier page left included. */
export function useFiles(place: string, send: Send, arrived: (outcome: 'kept' | 'accepted' | 'late') => void): Files {
  const [queue] = useState(
    () =>
      new FileQueue({
        place,
        newId,
        ready: readyToSend,
        redraw: drawnAnew,
        send,
        keep,
        letGo,
        keptFor,
        wait: pause,
        arrived,
      }),
  )
  const onWay = useSyncExternalStore(queue.subscribe, queue.onWay, queue.onWay)
  useEffect(() => {
    void queue.resume()
    return () => queue.end()
  }, [queue])
  const waiting = onWay.filter(({ phase }) => phase !== 'refused').length
  useEffect(() => {
    noteUnderWay(place, waiting)
    return () => noteUnderWay(place, 0)
  }, [place, waiting])
  const lost = onWay.some(({ kept, phase }) => !kept && phase !== 'refused')
  useEffect(() => {
    if (!lost) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [lost])
  return { queue, onWay }
}
