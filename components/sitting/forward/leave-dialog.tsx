'use client'
import { Dialog } from '@base-ui/react/dialog'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { pagesOf } from '../../../grader/answers/pages.ts'
import type { PaperQuestion } from '../../../grader/answers/paper.ts'
import { useMessages } from '../../messages/provider.tsx'
import { primary, secondary } from '../../site/buttons.ts'
import { filesUnderWay, onUnderWay } from '../../upload/files/under-way.ts'
import { afterSaving } from '../engine/handing-in.ts'
import type { SaveEngine } from '../engine/save-engine.ts'
import { moveOn } from '../engine/transport.ts'
import { gapsOf } from '../summary.ts'

interface Props {
  engine: SaveEngine
  attemptId: string
  questions: readonly PaperQuestion[]
  number: number
  onClose: () => void
}

/** Asks once more before a question is left for good, and leaves it once everything is saved. */
export default function LeaveDialog({ engine, attemptId, questions, number, onClose }: Props) {
  const { t } = useMessages()
  const complete = useMemo(() => {
    const answers = engine.answers()
    const pages = (key: string) => pagesOf(answers, key).length
    return gapsOf(questions, (key) => engine.shown(key).value, pages).length === 0
  }, [questions, engine])
  const files = useSyncExternalStore(onUnderWay, filesUnderWay, filesUnderWay)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const leave = async () => {
    setBusy(true)
    setTrouble(null)
    const answer = await afterSaving(engine, (vouched) => moveOn(attemptId, { ...vouched, from: number }))
    // the page of the next question is a new one: nothing of this one is left in it
    if (answer.outcome === 'answered') return location.reload()
    setBusy(false)
    if (answer.outcome === 'refused') setTrouble(answer.message)
    else setTrouble(answer.outcome === 'unsaved' ? t('quiz.unsaved') : t('quiz.trouble'))
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && !busy && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20 bg-ink/45 dark:bg-paper/75" />
        <Dialog.Popup className="fixed inset-x-3 top-1/2 z-30 mx-auto flex max-h-[calc(100dvh-2rem)] max-w-xl -translate-y-1/2 flex-col overflow-y-auto border-t-4 border-accent bg-paper p-6 text-ink sm:p-8">
          <Dialog.Title className="text-lead font-semibold">{t('quiz.leaveTitle', { number })}</Dialog.Title>
          <Dialog.Description className="mt-2">
            {complete ? t('quiz.leaveComplete') : t('quiz.leaveGaps')}
          </Dialog.Description>
          <p role="status" className="interface mt-4 text-caution empty:hidden">
            {files > 0 && t('upload.stillSending', { n: files })}
          </p>
          <p role="alert" className="interface mt-4 text-wrong empty:hidden">
            {trouble}
          </p>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <button type="button" className={secondary} disabled={busy} onClick={onClose}>
              {t('quiz.stay')}
            </button>
            <button type="button" className={primary} disabled={busy || files > 0} onClick={leave}>
              {busy ? t('quiz.leaving') : t('quiz.leave')}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
