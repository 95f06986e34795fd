'use client'
import { Dialog } from '@base-ui/react/dialog'
import type { Page } from '../../../grader/answers/pages.ts'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { PagesViewer } from '../viewer/pages-viewer.tsx'

interface Props {
  attemptId: string
  pages: readonly Page[]
  first: number
  onClose: () => void
}

/** The student's own pages, large: what is shown here is what will be reviewed. */
export default function PageDialog({ attemptId, pages, first, onClose }: Props) {
  const { t } = useMessages()
  const shown = pages.map(({ page, images }) => ({ page, sheets: images.map(() => ({ layers: [] })) }))
  const start = pages.slice(0, first).reduce((sum, { images }) => sum + images.length, 0)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20 bg-ink/45 dark:bg-paper/75" />
        <Dialog.Popup className="fixed inset-2 z-30 mx-auto flex max-w-5xl flex-col gap-3 overflow-y-auto border-t-4 border-accent bg-paper p-3 text-ink sm:inset-6 sm:p-5">
          <Dialog.Title className="sr-only">{t('pages.viewer')}</Dialog.Title>
          <PagesViewer pages={shown} base={`/api/exam/v1/attempts/${attemptId}/pages`} start={start} tall />
          <p className="text-right">
            <button type="button" className={secondary} onClick={onClose}>
              {t('upload.close')}
            </button>
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
