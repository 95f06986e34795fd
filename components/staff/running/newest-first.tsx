'use client'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'

/** The newest of a long list, and the rest of it on demand: what happened just now is looked at most. */
export function useNewest<One>(all: readonly One[], few: number) {
  const { t } = useMessages()
  const [whole, setWhole] = useState(false)
  const more =
    all.length > few ? (
      <button type="button" className={`${quiet} mt-3`} aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {whole ? t('running.showNewest', { n: few }) : t('running.showAll', { n: all.length })}
      </button>
    ) : null
  return { shown: whole ? all : all.slice(0, few), more }
}
