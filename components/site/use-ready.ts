'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * Whether the page's scripts run already. Before, the browser would send a form by itself: the page would only load anew,
 * and who pressed the button would not know why.
 */
export const useReady = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
