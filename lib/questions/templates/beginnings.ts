import type { Principal } from '../../auth/principal.ts'
import { requireStaffAnywhere } from '../../auth/require.ts'
import { listCourses } from '../../courses/list-courses.ts'
import { notFound } from '../../http/refusal.ts'
import { requireQuestion } from '../require-question.ts'
import { loadDraft } from '../versions/load-draft.ts'
import { titleIn, usedSource } from '../versions/texts.ts'
import { readTemplates, type Template } from './list-templates.ts'

/** With what a person may begin a question, and for whom. */
export interface Beginnings {
  /** null: the house */
  owners: { courseId: string | null; title: string | null }[]
  templates: Template[]
  /** the question that was asked for */
  from: { slug: string; title: string; source: string } | null
}

/** Templates, the courses that the person works for, and the question to start from, if one was named. */
export async function beginnings(principal: Principal | null, from: string | null): Promise<Beginnings> {
  await requireStaffAnywhere(principal)
  const [courses, templates, copied] = await Promise.all([
    listCourses(principal),
    readTemplates(),
    from === null ? null : copyOf(principal, from),
  ])
  const own = courses.filter(({ role }) => role !== 'student')
  const house = own.some(({ role }) => role === 'administrator') ? [{ courseId: null, title: null }] : []
  return { owners: [...own.map(({ id, title }) => ({ courseId: id, title })), ...house], templates, from: copied }
}

/** What exams get of the question; of one that nobody can use yet, its draft, for those who work on it. */
async function copyOf(principal: Principal | null, slug: string): Promise<NonNullable<Beginnings['from']>> {
  const { right } = await requireQuestion(principal, slug, 'read')
  const used = await usedSource(slug)
  const source = used ?? (right === 'read' ? null : (await loadDraft(principal, slug)).source)
  if (source === null) throw notFound()
  return { slug, title: titleIn(source) ?? slug, source }
}
