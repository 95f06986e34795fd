'use client'
import { questionId } from '../../fields/ids.ts'
import { useMessages } from '../../messages/provider.tsx'
import { link, quiet } from '../../site/buttons.ts'
import type { Announcement } from './announcement.ts'

interface Props {
  announcement: Announcement
  /** the question's place; 0: of the whole exam */
  number: number
  onRead: () => void
}

/** The oldest announcement that was not put aside, in the bar that is always in view. */
export default function AnnouncementNews({ announcement, number, onRead }: Props) {
  const { t } = useMessages()
  return (
    <div className="mx-auto flex max-w-6xl items-start justify-end gap-x-4 gap-y-1 px-4 py-2 max-sm:flex-wrap sm:px-6">
      <p className="max-h-[30dvh] min-w-0 grow overflow-y-auto max-sm:basis-full whitespace-pre-line wrap-anywhere">
        <strong className="font-semibold">
          {number === 0 ? t('during.ofExam') : t('during.ofQuestion', { number })}:
        </strong>{' '}
        {announcement.text}{' '}
        {number > 0 && (
          <a className={link} href={`#${questionId(announcement.question ?? '')}`}>
            {t('during.toQuestion', { number })}
          </a>
        )}
      </p>
      <button type="button" className={`${quiet} shrink-0`} onClick={onRead}>
        {t('during.understood')}
      </button>
    </div>
  )
}
