'use client'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { primary, quiet } from '../site/buttons.ts'
import { type ReadReport, standingOf, type TakenQuestion } from './exchange.ts'
import { FoundQuestion } from './found-question.tsx'
import { takeQuestions } from './take-questions.ts'

interface Props {
  file: string
  report: ReadReport
  courseId: string
  onTaken: (taken: TakenQuestion[]) => void
}

/** What is in a file, question by question, and which of it is taken over. */
export function FoundQuestions({ file, report, courseId, onTaken }: Props) {
  const { t } = useMessages()
  const { questions, problems, format, pictures } = report
  const able = questions.flatMap((question) =>
    question.source === null ? [] : [{ ...question, source: question.source }],
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(able.map(({ slug }) => slug)))
  const [done, setDone] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const count = (standing: string) => questions.filter((question) => standingOf(question) === standing).length
  const choose = (slug: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(slug)
    else next.delete(slug)
    setChosen(next)
  }

  async function takeOver() {
    setProblem(null)
    const wanted = able.filter(({ slug }) => chosen.has(slug))
    const given = { courseId, format, file, questions: wanted, pictures, onDone: setDone }
    const answer = await takeQuestions(given)
    if (answer.ok) return onTaken(answer.taken)
    setDone(null)
    setProblem(answer.message ?? t(answer.code === 'unreachable' ? 'exchange.unreachable' : 'exchange.failed'))
  }
  return (
    <div className="interface">
      <p role="status">{t('exchange.found', { file, format, n: questions.length })}</p>
      {questions.length > 0 ? (
        <p className="text-soft">
          {t('exchange.counts', { ready: count('ready'), work: count('work'), lost: count('lost') })}
        </p>
      ) : null}
      {problems.length > 0 ? (
        <section className="mt-4 border-l-2 border-caution pl-3">
          <h2 className="font-semibold">{t('exchange.ofFile')}</h2>
          <ul>
            {problems.map((one) => (
              <li key={one} className="break-words">
                {one}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {able.length > 1 ? (
        <p className="mt-6 flex gap-2">
          <button type="button" className={quiet} onClick={() => setChosen(new Set(able.map(({ slug }) => slug)))}>
            {t('exchange.all')}
          </button>
          <button type="button" className={quiet} onClick={() => setChosen(new Set())}>
            {t('exchange.none')}
          </button>
        </p>
      ) : null}
      <ul className="mt-3 border-t border-rule">
        {questions.map((question, k) => (
          <FoundQuestion
            key={`${k} ${question.name}`}
            question={question}
            chosen={chosen.has(question.slug)}
            onChoose={(on) => choose(question.slug, on)}
          />
        ))}
      </ul>
      {able.length > 0 ? (
        <p className="sticky bottom-0 mt-6 border-t border-rule bg-paper py-4">
          <button type="button" className={primary} disabled={chosen.size === 0 || done !== null} onClick={takeOver}>
            {t('exchange.takeOver', { n: chosen.size })}
          </button>
        </p>
      ) : null}
      <p role="status" className={problem === null ? 'text-soft' : 'text-wrong'}>
        {done === null ? problem : t('exchange.taking', { done, of: chosen.size })}
      </p>
    </div>
  )
}
