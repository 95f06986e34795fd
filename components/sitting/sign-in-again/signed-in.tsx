'use client'
import { useEffect } from 'react'
import { channelName } from './addresses.ts'

/** Tells the exam that somebody has signed in, and closes the window that was opened for it. */
export function SignedIn() {
  useEffect(() => {
    const channel = new BroadcastChannel(channelName)
    channel.postMessage('signed-in')
    // The message must leave before the window does.
    const timer = setTimeout(() => window.close(), 300)
    return () => {
      clearTimeout(timer)
      channel.close()
    }
  }, [])
  return null
}
