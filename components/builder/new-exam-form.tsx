'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { primary, secondary } from '../site/buttons.ts'
import { Field } from '../site/field.tsx'
import { Outcome } from '../staff/running/outcome.tsx'
import { type Sent, sendJson } from '../staff/send-json.ts'
import { StaffSection } from '../staff/staff-heading.tsx'
import type { Plan } from './plan.ts'
import { KindChoice } from './words-fields.tsx'

interface Course {
  id: string
  title: string
}

type Message = { ok: boolean; text: string } | null

/** A new exam for one of the courses: begun empty, or taken in from a file. */
export function NewExamForm({ courses, chosen }: { courses: readonly Course[]; chosen: string | null }) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const [courseId, setCourseId] = useState(courses.find((one) => one.id === chosen)?.id ?? courses[0]?.id ?? '')
  const [title, setTitle] = useState('')
  const [mode, setMode] = useState<Plan['mode']>('exam')
  const [message, setMessage] = useState<Message>(null)

  function settle(sent: Sent) {
    if (sent.ok) return router.push(`/staff/exams/${(sent.body as { examId: string }).examId}/edit`)
    setMessage({ ok: false, text: t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }) })
  }
  async function begin(event: FormEvent) {
    event.preventDefault()
    settle(await sendJson(`/api/staff/v1/courses/${courseId}/exams`, { title, mode }))
  }
  return (
    <div className="interface">
      <form onSubmit={begin} className="flex max-w-3xl flex-col gap-6">
        {courses.length > 1 ? (
          <Field id={`${id}-course`} name={t('builder.course')}>
            <select
              id={`${id}-course`}
              className="ruled max-w-full self-start"
              value={courseId}
              onChange={(event) => setCourseId(event.target.value)}
            >
              {courses.map((course) => (
                <option key={course.id} value={course.id}>
                  {course.title}
                </option>
              ))}
            </select>
          </Field>
        ) : null}
        <Field id={`${id}-title`} name={t('builder.title')}>
          <input
            id={`${id}-title`}
            className="ruled w-full"
            required
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <KindChoice value={mode} onChange={setMode} />
        <p className="flex flex-wrap items-center gap-3">
          <button type="submit" className={primary}>
            {t('builder.begin')}
          </button>
          <Outcome message={message} />
        </p>
      </form>
      <StaffSection title={t('builder.fromFile')}>
        <FromFile courseId={courseId} settle={settle} />
      </StaffSection>
    </div>
  )
}

interface Problem {
  line: number
  column: number
  message: string
}

function FromFile({ courseId, settle }: { courseId: string; settle: (sent: Sent) => void }) {
  const { t } = useMessages()
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])

  async function takeIn(event: FormEvent) {
    event.preventDefault()
    setProblems([])
    if (!file) return settle({ ok: false, code: 'none', message: t('builder.chooseFile') })
    const body = { name: file.name, source: await file.text() }
    const sent = await sendJson(`/api/staff/v1/courses/${courseId}/exams/file`, body)
    const found = sent.ok ? null : sent.error?.problems
    if (Array.isArray(found)) setProblems(found as Problem[])
    else settle(sent)
  }
  return (
    <form onSubmit={takeIn} className="flex max-w-3xl flex-col gap-4">
      <p className="text-soft">{t('builder.fromFileLead')}</p>
      <div className="flex flex-wrap items-end gap-3">
        <Field id={`${id}-file`} name={t('builder.file')}>
          <input
            id={`${id}-file`}
            type="file"
            accept=".yaml,.yml"
            className="ruled max-w-full file:mr-3"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </Field>
        <button type="submit" className={secondary}>
          {t('builder.takeIn')}
        </button>
      </div>
      <div role="status">
        {problems.length > 0 && (
          <ul className="flex flex-col gap-1 text-wrong">
            {problems.map(({ line, column, message }) => (
              <li key={`${line}:${column}:${message}`}>{t('builder.problemAt', { line, column, message })}</li>
            ))}
          </ul>
        )}
      </div>
    </form>
  )
}
