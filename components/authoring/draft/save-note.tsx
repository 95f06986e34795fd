'use client'
import { useMessages } from '../../messages/provider.tsx'
import type { KeeperView } from './keeper.ts'

/** Whether the server has the text: a word and a sign. */
export function SaveNote({ view, editable }: { view: KeeperView | null; editable: boolean }) {
  const { locale, t } = useMessages()
  if (!editable) return <span className="text-soft">{t('authoring.readOnly')}</span>
  if (!view) return null
  const { state, savedAt, message } = view
  const time =
    savedAt && new Date(savedAt).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const words = {
    saved: time ? t('authoring.savedAt', { time }) : t('authoring.saved'),
    unsaved: t('authoring.unsaved'),
    saving: t('authoring.saving'),
    away: t('authoring.away'),
    'signed-out': t('authoring.signedOut'),
    refused: t('authoring.refused', { reason: message ?? '' }),
    conflict: t('authoring.conflictTitle'),
  }
  const bad = ['away', 'signed-out', 'refused', 'conflict'].includes(state)
  return (
    <span className={bad ? 'text-wrong' : 'text-soft'} data-save={state}>
      <span aria-hidden="true">{state === 'saved' ? '✓' : bad ? '!' : '…'} </span>
      {words[state]}
    </span>
  )
}
