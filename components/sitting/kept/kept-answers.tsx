'use client'
import { Dialog } from '@base-ui/react/dialog'
import { useState, useSyncExternalStore } from 'react'
import type { PaperQuestion } from '../../../grader/answers/paper.ts'
import { useMessages } from '../../messages/provider.tsx'
import { Label } from '../../paper/label.tsx'
import { secondary } from '../../site/buttons.ts'
import type { SaveEngine } from '../engine/save-engine.ts'
import { canSeal, type Seal, sealedName, sealJournal } from '../seal.ts'
import { type KeptAnswer, keptAnswers, printKept } from './kept.ts'

export interface KeptProps {
  engine: SaveEngine
  attemptId: string
  questions: readonly PaperQuestion[]
  /** null: the server gave no key, files cannot be sealed */
  seal: Seal | null
  onClose: () => void
}

/** Everything that was typed here and does not stand on the server as typed, to look at and to take away. */
export default function KeptAnswers({ engine, attemptId, questions, seal, onClose }: KeptProps) {
  const { t } = useMessages()
  const { standing } = useSyncExternalStore(engine.subscribe, engine.status, engine.status)
  const rows = engine.kept()
  const answers = keptAnswers(questions, rows, (key) => engine.shown(key))
  const [said, setSaid] = useState<string | null>(null)
  const settled = standing === 'closed' && rows.some(({ fate }) => fate !== null)

  const copy = async () => {
    await navigator.clipboard.writeText(printKept(answers))
    setSaid(t('saving.keptCopied'))
  }
  const save = async () => {
    try {
      if (!seal) return
      const saves = rows.map(({ field, epoch, revision, opId, value }) => ({ field, epoch, revision, opId, value }))
      const text = await sealJournal(seal, attemptId, saves)
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
      link.download = sealedName(attemptId)
      link.click()
      URL.revokeObjectURL(link.href)
    } catch {
      setSaid(t('saving.keptSealFailed'))
    }
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20 bg-ink/45 dark:bg-paper/75" />
        <Dialog.Popup className="fixed inset-x-3 top-1/2 z-30 mx-auto flex max-h-[calc(100dvh-2rem)] max-w-2xl -translate-y-1/2 flex-col border-t-4 border-accent bg-paper p-6 text-ink sm:p-8">
          <Dialog.Title className="text-lead font-semibold">{t('saving.keptTitle')}</Dialog.Title>
          <Dialog.Description className="mt-2">
            {t(answers.length === 0 ? 'saving.keptNone' : 'saving.keptText')}
          </Dialog.Description>
          {answers.length > 0 && (
            <ul className="interface mt-4 min-h-0 overflow-y-auto border-y border-rule">
              {answers.map((answer) => (
                <Kept key={answer.key} answer={answer} />
              ))}
            </ul>
          )}
          {answers.length > 0 && seal && canSeal() && (
            <p className="interface mt-4 text-soft">{t('saving.keptSealText')}</p>
          )}
          {settled && <p className="interface mt-4 text-soft">{t('saving.keptForgetText')}</p>}
          <p role="status" className="interface mt-3 text-soft empty:hidden">
            {said}
          </p>
          <div className="mt-5 flex flex-wrap justify-end gap-3">
            {answers.length > 0 && (
              <button type="button" className={secondary} onClick={copy}>
                {t('saving.keptCopy')}
              </button>
            )}
            {answers.length > 0 && seal && canSeal() && (
              <button type="button" className={secondary} onClick={save}>
                {t('saving.keptSeal')}
              </button>
            )}
            {settled && (
              <button type="button" className={secondary} onClick={() => void engine.forgetSettled()}>
                {t('saving.keptForget')}
              </button>
            )}
            <button type="button" className={secondary} onClick={onClose}>
              {t('saving.keptClose')}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Kept({ answer }: { answer: KeptAnswer }) {
  const { t } = useMessages()
  return (
    <li className="border-rule py-3 not-first:border-t">
      <p>
        <span className="font-semibold">
          {answer.number}. {answer.title}
        </span>{' '}
        <span className="text-soft">
          <Label of={answer} />
        </span>
      </p>
      <Value name={t('saving.keptTyped')} text={answer.typed} />
      {answer.instead !== null && <Value name={t('saving.keptCounts')} text={answer.instead} />}
    </li>
  )
}

function Value({ name, text }: { name: string; text: string }) {
  const { t } = useMessages()
  return (
    <div className="mt-1 grid gap-x-4 sm:grid-cols-[8.5rem_1fr]">
      <span className="text-soft">{name}</span>
      {text === '' ? (
        <span className="text-soft">{t('saving.keptEmpty')}</span>
      ) : (
        <pre className="max-h-40 overflow-auto font-mono text-ui whitespace-pre-wrap">{text}</pre>
      )}
    </div>
  )
}
