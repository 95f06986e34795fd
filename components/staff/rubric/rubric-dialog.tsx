'use client'
import { Dialog } from '@base-ui/react/dialog'
import Link from 'next/link'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { link, secondary } from '../../site/buttons.ts'
import { rubricPage } from './rubric.ts'
import { RubricEditor } from './rubric-editor.tsx'
import { useRubric } from './use-rubric.ts'

/** The rubric of a part, edited without leaving the answer that made somebody think of it. Open while it is mounted. */
export function RubricDialog(props: { examId: string; field: string; onClose: () => void; onApplied: () => void }) {
  const { examId, field, onClose, onApplied } = props
  const { t } = useMessages()
  const { held, failed, reload, setDraft } = useRubric(examId, field, null)
  const [done, setDone] = useState<number | null>(null)

  async function applied({ changed }: { changed: number }) {
    setDone(changed)
    onApplied()
    await reload()
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20 bg-ink/45 dark:bg-paper/75" />
        <Dialog.Popup className="fixed inset-x-2 top-1/2 z-30 mx-auto flex max-h-[calc(100dvh-1rem)] max-w-4xl -translate-y-1/2 flex-col gap-5 overflow-y-auto border-t-4 border-accent bg-paper p-5 text-ink sm:p-8">
          <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
            <Dialog.Title className="text-lead font-semibold">
              {held ? t('rubric.titleOf', { label: held.rubric.label }) : t('rubric.title')}
            </Dialog.Title>
            <Link href={rubricPage(examId, field)} target="_blank" prefetch={false} className={`${link} interface`}>
              {t('rubric.wholePage')}
            </Link>
          </header>
          {failed ? (
            <p role="alert" className="interface text-wrong">
              {t('rubric.notFetched')}{' '}
              <button type="button" className={link} onClick={reload}>
                {t('rubric.reload')}
              </button>
            </p>
          ) : null}
          {held === null && !failed ? <p className="interface text-soft">{t('rubric.fetching')}</p> : null}
          {held ? (
            <RubricEditor
              key={held.rubric.version}
              rubric={held.rubric}
              draft={held.draft}
              onDraft={setDraft}
              onApplied={applied}
              onReload={reload}
            />
          ) : null}
          <footer className="interface flex flex-wrap items-center justify-between gap-3 border-t border-rule pt-4">
            <span role="status">{done === null ? null : t('rubric.applied', { n: done })}</span>
            <button type="button" className={secondary} onClick={onClose}>
              {t('rubric.close')}
            </button>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
