'use client'
import { useMessages } from '../messages/provider.tsx'
import { NoteForm } from '../staff/note-form.tsx'

/** Takes back what is published, with the reason. */
export function WithdrawForm({ slug }: { slug: string }) {
  const { t } = useMessages()
  return (
    <details className="interface max-w-measure">
      <summary className="w-fit text-soft underline decoration-1 underline-offset-3">{t('versions.withdraw')}</summary>
      <div className="mt-3 border-l-2 border-rule pl-4">
        <NoteForm
          path={`/api/staff/v1/questions/${slug}/withdraw`}
          label={t('versions.withdrawWhy')}
          button={t('versions.withdrawNow')}
          lead={t('versions.withdrawLead')}
          required
        />
      </div>
    </details>
  )
}
