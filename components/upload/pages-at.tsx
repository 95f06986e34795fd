'use client'
import { createContext, useContext } from 'react'

/** The address below which the pictures of pages lie: the staff's, where nothing else is said. */
const PagesAt = createContext('/api/staff/v1/pages')

export const PagesAtProvider = PagesAt.Provider
export const usePagesAt = (): string => useContext(PagesAt)
