'use client'
import { useId, useState } from 'react'
import type { PaperNode } from '../../grader/answers/paper.ts'
import { useMessages } from '../messages/provider.tsx'
import { Paper } from '../paper/paper.tsx'
import { quiet } from '../site/buttons.ts'
import { Choice, Field } from '../site/field.tsx'
import { sendJson } from '../staff/send-json.ts'
import type { Plan } from './plan.ts'

interface Props {
  examId: string
  plan: Plan
  /** its title and instructions alone may be changed */
  wordsOnly: boolean
  onChange: (changes: Partial<Plan>) => void
}

/** What an exam is called, what it is, and what is read before it. */
export function WordsFields({ examId, plan, wordsOnly, onChange }: Props) {
  const { t } = useMessages()
  const id = useId()
  const choose = (mode: Plan['mode']) => onChange(mode === 'quiz' ? { mode } : { mode, checksAllowed: 0 })
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <Field id={`${id}-title`} name={t('builder.title')}>
        <input
          id={`${id}-title`}
          className="ruled w-full"
          maxLength={200}
          value={plan.title}
          aria-invalid={plan.title.trim() === '' || undefined}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Field>
      <fieldset disabled={wordsOnly} className="min-w-0">
        <KindChoice value={plan.mode} onChange={choose} />
      </fieldset>
      <Instructions examId={examId} value={plan.instructions} onChange={(instructions) => onChange({ instructions })} />
    </div>
  )
}

export function KindChoice({ value, onChange }: { value: Plan['mode']; onChange: (mode: Plan['mode']) => void }) {
  const { t } = useMessages()
  return (
    <Choice
      name="mode"
      legend={t('builder.kind')}
      value={value}
      onChange={onChange}
      options={[
        { value: 'exam', text: t('builder.kindExam'), hint: t('builder.kindExamHint') },
        { value: 'quiz', text: t('builder.kindQuiz'), hint: t('builder.kindQuizHint') },
      ]}
    />
  )
}

function Instructions(props: { examId: string; value: string; onChange: (text: string) => void }) {
  const { t } = useMessages()
  const id = useId()
  const [nodes, setNodes] = useState<PaperNode[] | null>(null)
  const [message, setMessage] = useState('')

  async function preview() {
    if (nodes) return setNodes(null)
    const sent = await sendJson(`/api/staff/v1/exams/${props.examId}/instructions`, { markdown: props.value })
    setMessage(sent.ok ? '' : t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }))
    if (sent.ok) setNodes((sent.body as { nodes: PaperNode[] }).nodes)
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <label className="eyebrow" htmlFor={id}>
          {t('builder.instructions')}
        </label>
        <button type="button" className={quiet} aria-pressed={nodes !== null} onClick={() => void preview()}>
          {t(nodes ? 'builder.write' : 'builder.preview')}
        </button>
      </div>
      {nodes ? (
        <div className="min-h-40 border-b border-line bg-sheet p-3 text-body">
          {nodes.length > 0 ? <Paper nodes={nodes} /> : <p className="text-soft">{t('builder.nothingYet')}</p>}
        </div>
      ) : (
        <textarea
          id={id}
          className="ruled min-h-40 w-full"
          maxLength={20_000}
          aria-describedby={`${id}-hint`}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
      <span id={`${id}-hint`} className="text-fine text-soft">
        {t('builder.instructionsHint')}
      </span>
      <span role="status" className="text-wrong">
        {message}
      </span>
    </div>
  )
}
