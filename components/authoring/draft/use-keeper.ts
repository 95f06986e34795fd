'use client'
import { useEffect, useState } from 'react'
import { browserStore, sendDraft } from './browser.ts'
import type { Draft } from './draft.ts'
import { DraftKeeper, type KeeperView } from './keeper.ts'

/** Keeps the draft of a question while this page is open. */
export function useKeeper(draft: Draft, personId: string) {
  const { slug } = draft
  const [view, setView] = useState<KeeperView | null>(null)
  const [keeper, setKeeper] = useState<DraftKeeper | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keeper knows better than what the page was made with
  useEffect(() => {
    const made = new DraftKeeper(draft, {
      send: (source, revision) => sendDraft(slug, source, revision),
      store: browserStore(personId, slug),
      later(run, milliseconds) {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
      onChange: setView,
    })
    setView(made.now)
    setKeeper(made)
    if (draft.rights.edit) made.start()
    const leave = (event: BeforeUnloadEvent) => {
      if (made.dirty) event.preventDefault()
    }
    // a page that is put away may not come back: what is typed goes now
    const hide = () => void (document.visibilityState === 'hidden' && made.flush())
    window.addEventListener('beforeunload', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      made.stop()
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [slug, personId])

  return { keeper, view }
}
