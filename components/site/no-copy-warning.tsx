'use client'
import { useEffect, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'

/** Warns before the start where this browser would keep no copy of the answers; asked when the page has come to rest. */
export function NoCopyWarning() {
  const { t } = useMessages()
  const [refuses, setRefuses] = useState(false)
  useEffect(() => {
    void import('../sitting/engine/journal/probe.ts')
      .then(({ keepsJournal }) => keepsJournal())
      .then((keeps) => setRefuses(!keeps))
  }, [])
  return (
    <p role="status" className="interface basis-full border-l-4 border-caution bg-wash px-4 py-2.5 empty:hidden">
      {refuses && t('start.noCopy')}
    </p>
  )
}
