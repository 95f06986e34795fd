'use client'
import { useMessages } from '../../messages/provider.tsx'
import { NoteForm } from '../note-form.tsx'

/** Takes results back at once, with a word on why. */
export function RecallForm({ path }: { path: string }) {
  const { t } = useMessages()
  return (
    <div className="mt-5">
      <NoteForm
        path={path}
        body={{ scope: 'none' }}
        label={t('release.recallWhy')}
        button={t('release.recall')}
        lead={t('release.recallLead')}
      />
    </div>
  )
}
