import type { Principal } from '../../auth/principal.ts'
import { courseRubrics } from './course-rubrics.ts'
import { requirePart } from './require-part.ts'
import type { Rubric } from './rubric.ts'

export interface OtherRubric {
  examId: string
  exam: string
  field: string
  title: string
  label: string
  possible: number
  base: Rubric['base']
  items: Rubric['items']
}

const most = 30

/** Rubrics of other parts and exams of the course, to be copied: those in which every word that was asked for occurs. */
export async function otherRubrics(
  principal: Principal | null,
  examId: string,
  field: string,
  asked = '',
): Promise<{ rubrics: OtherRubric[]; more: number }> {
  const { courseId } = await requirePart(principal, examId, field)
  const words = asked.slice(0, 200).toLowerCase().split(/\s+/).filter(Boolean)
  const found = (await courseRubrics(courseId))
    .filter((part) => part.rubric.items.length > 0 && !(part.examId === examId && part.field === field))
    .filter(({ exam, title, label, rubric }) => {
      const text = [exam, title, label, ...rubric.items.map(({ says }) => says)].join(' ').toLowerCase()
      return words.every((word) => text.includes(word))
    })
  const rubrics = found
    .slice(0, most)
    .map(({ rubric: { base, items }, kind: _, ...part }) => ({ ...part, base, items }))
  return { rubrics, more: found.length - rubrics.length }
}
