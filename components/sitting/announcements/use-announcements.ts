'use client'
import { useEffect, useState } from 'react'
import { remember, remembered } from '../remembered.ts'
import { type Announcement, fetchAnnouncements } from './announcement.ts'

/** Asked again while it does not come, in milliseconds. */
const again = 5_000

/** What was announced up to the newest number, and how far the student has put it aside. */
export function useAnnouncements(attemptId: string, newest: number) {
  const key = `announcements-${attemptId}`
  const [all, setAll] = useState<Announcement[]>([])
  const [readUpTo, setReadUpTo] = useState(() => Number(remembered(key) ?? 0))
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (newest === 0) return
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    fetchAnnouncements(attemptId).then((found) => {
      if (gone) return
      if (found) setAll(found)
      else timer = setTimeout(() => setTries(tries + 1), again)
    })
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [attemptId, newest, tries])
  const putAside = (id: number) => {
    remember(key, String(id))
    setReadUpTo(id)
  }
  return { all, readUpTo, putAside }
}
