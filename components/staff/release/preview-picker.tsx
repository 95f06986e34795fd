'use client'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { type Shows, shownInAddress } from './shown.ts'

interface Props {
  examId: string
  shows: Shows
  submissions: readonly { attemptId: string; code: string }[]
}

/** The way to what a student would see by these options: a page of its own, so that the form stays as it is. */
export function PreviewPicker({ examId, shows, submissions }: Props) {
  const { t } = useMessages()
  const id = useId()
  const [attemptId, setAttemptId] = useState(submissions[0]?.attemptId ?? '')
  const address = `/staff/exams/${examId}/release/${attemptId}?shows=${shownInAddress(shows)}`
  return (
    <fieldset>
      <legend className="eyebrow mb-1">{t('release.preview')}</legend>
      {submissions.length === 0 ? (
        <p className="text-soft">{t('release.previewNone')}</p>
      ) : (
        <>
          <p className="mb-2 text-soft">{t('release.previewLead')}</p>
          <div className="flex flex-wrap items-end gap-3">
            <label className="flex flex-col gap-1" htmlFor={id}>
              <span className="eyebrow">{t('release.previewOf')}</span>
              <select
                id={id}
                className="ruled"
                value={attemptId}
                onChange={(event) => setAttemptId(event.target.value)}
              >
                {submissions.map((one) => (
                  <option key={one.attemptId} value={one.attemptId}>
                    {one.code}
                  </option>
                ))}
              </select>
            </label>
            <a className={secondary} href={address} target="_blank" rel="noreferrer">
              {t('release.previewGo')}
            </a>
          </div>
        </>
      )}
    </fieldset>
  )
}
