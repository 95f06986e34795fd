'use client'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { type Page, pagesOf } from '../../../grader/answers/pages.ts'
import type { SaveEngine } from '../../sitting/engine/save-engine.ts'

/** The pages on a field as they stand; the same list while nothing in it changed. */
export function usePages(engine: SaveEngine, field: string): readonly Page[] {
  const last = useRef<{ mark: string; pages: Page[] }>({ mark: '', pages: [] })
  const read = useCallback(() => {
    const pages = pagesOf(engine.answers(), field)
    const mark = pages.map(({ page, place }) => `${page} ${place}`).join()
    if (mark !== last.current.mark) last.current = { mark, pages }
    return last.current.pages
  }, [engine, field])
  return useSyncExternalStore(engine.subscribe, read, read)
}
