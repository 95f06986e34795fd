'use client'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Messages, Translate } from './catalogue.ts'
import { translator } from './translate.ts'

interface Speech {
  locale: string
  t: Translate
}

const SpeechContext = createContext<Speech | null>(null)

/** Hands the messages that the server picked to the interactive parts of a page. */
export function MessagesProvider(props: { locale: string; messages: Messages; children: ReactNode }) {
  const { locale, messages } = props
  const speech = useMemo(() => ({ locale, t: translator(messages, locale) }), [locale, messages])
  return <SpeechContext value={speech}>{props.children}</SpeechContext>
}

/** The translator and locale of the page; throws outside a MessagesProvider. */
export function useMessages(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('useMessages needs a MessagesProvider above it')
  return speech
}
