'use client'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { secondary } from '../site/buttons.ts'
import { ChooseForeign } from './choose-foreign.tsx'
import type { ReadReport, TakenQuestion } from './exchange.ts'
import { FoundQuestions } from './found-questions.tsx'
import { TakenList } from './taken-list.tsx'

interface Props {
  courses: { id: string; title: string }[]
  courseId: string | null
}

/** From a file of another system to drafts of a course: read, looked at, taken over. */
export function ImportQuestions({ courses, courseId }: Props) {
  const { t } = useMessages()
  const [course, setCourse] = useState(courses.find(({ id }) => id === courseId)?.id ?? courses[0]?.id ?? '')
  const [read, setRead] = useState<{ file: string; report: ReadReport } | null>(null)
  const [taken, setTaken] = useState<TakenQuestion[] | null>(null)
  const again = () => {
    setRead(null)
    setTaken(null)
  }
  if (!read) {
    return (
      <ChooseForeign
        courses={courses}
        course={course}
        onCourse={setCourse}
        onRead={(file, report) => setRead({ file, report })}
      />
    )
  }
  return (
    <>
      <p className="mb-6">
        <button type="button" className={secondary} onClick={again}>
          {t('exchange.another')}
        </button>
      </p>
      {taken ? (
        <TakenList taken={taken} />
      ) : (
        <FoundQuestions file={read.file} report={read.report} courseId={course} onTaken={setTaken} />
      )}
    </>
  )
}
