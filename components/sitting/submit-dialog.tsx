'use client'
import { Dialog } from '@base-ui/react/dialog'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { pagesOf } from '../../grader/answers/pages.ts'
import type { PaperQuestion } from '../../grader/answers/paper.ts'
import { useMessages } from '../messages/provider.tsx'
import { Label } from '../paper/label.tsx'
import { link, primary, secondary } from '../site/buttons.ts'
import { filesUnderWay, onUnderWay } from '../upload/files/under-way.ts'
import type { SaveEngine } from './engine/save-engine.ts'
import { gapsOf } from './summary.ts'

interface Props {
  engine: SaveEngine
  mode: 'exam' | 'quiz'
  questions: readonly PaperQuestion[]
  /** number of the first of them */
  first: number
  resultPage: string
  onClose: () => void
}

const whys = {
  untouched: 'sitting.gapUntouched',
  empty: 'sitting.gapEmpty',
  partly: 'sitting.gapPartly',
  unread: 'sitting.gapUnread',
} as const

/** Asks once more, with a list of what is empty or cannot be read, and hands in. */
export default function SubmitDialog({ engine, mode, questions, first, resultPage, onClose }: Props) {
  const { t } = useMessages()
  const gaps = useMemo(() => {
    const answers = engine.answers()
    return gapsOf(
      questions,
      (key) => engine.shown(key).value,
      (key) => pagesOf(answers, key).length,
      first,
    )
  }, [questions, first, engine])
  const files = useSyncExternalStore(onUnderWay, filesUnderWay, filesUnderWay)
  const [phase, setPhase] = useState<'asking' | 'sending' | 'done'>('asking')
  const [trouble, setTrouble] = useState<string | null>(null)

  const submit = async () => {
    setPhase('sending')
    setTrouble(null)
    const answer = await engine.submit()
    if (answer.outcome === 'answered') {
      setPhase('done')
      return location.assign(resultPage)
    }
    setPhase('asking')
    if (answer.outcome === 'refused') setTrouble(answer.message)
    else setTrouble(answer.outcome === 'unsaved' ? t('sitting.submitUnsaved') : t('sitting.submitTrouble'))
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && phase === 'asking' && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20 bg-ink/45 dark:bg-paper/75" />
        <Dialog.Popup className="fixed inset-x-3 top-1/2 z-30 mx-auto flex max-h-[calc(100dvh-2rem)] max-w-xl -translate-y-1/2 flex-col border-t-4 border-accent bg-paper p-6 text-ink sm:p-8">
          <Dialog.Title className="text-lead font-semibold">{t('sitting.submitTitle', { mode })}</Dialog.Title>
          <Dialog.Description className="mt-2">
            {gaps.length === 0 ? t('sitting.submitComplete') : t('sitting.submitGaps')}
          </Dialog.Description>
          {gaps.length > 0 && (
            <ul className="interface mt-4 min-h-0 overflow-y-auto border-y border-rule">
              {gaps.map((gap) => (
                <li key={gap.key} className="flex items-baseline gap-3 border-rule py-1.5 not-first:border-t">
                  <span className="w-6 shrink-0 text-right text-soft">{gap.number}</span>
                  <a className={`${link} min-w-0 grow`} href={gap.href} onClick={onClose}>
                    {gap.title}
                    {gap.field && (
                      <>
                        : <Label of={gap.field} />
                      </>
                    )}
                  </a>
                  <span className={`shrink-0 ${gap.why === 'unread' ? 'text-caution' : 'text-soft'}`}>
                    {t(whys[gap.why])}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <p role="status" className="interface mt-4 text-caution empty:hidden">
            {files > 0 && t('upload.stillSending', { n: files })}
          </p>
          <p role="alert" className="interface mt-4 text-wrong empty:hidden">
            {trouble}
          </p>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <button type="button" className={secondary} disabled={phase !== 'asking'} onClick={onClose}>
              {t('sitting.goOn')}
            </button>
            <button type="button" className={primary} disabled={phase !== 'asking' || files > 0} onClick={submit}>
              {phase === 'asking' ? t('sitting.submitNow') : t('sitting.submitting')}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
