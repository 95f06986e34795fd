import type { PaperNode } from '../../../grader/answers/paper.ts'
import { kept } from '../../questions/render/kept.ts'
import { renderStudentMarkdown } from '../../questions/render/markdown.ts'

/** The text of a rubric item, set. Anybody who reviews may write one, so it is trusted no more than a student's. */
export const itemNodes: (says: string) => PaperNode[] = kept(renderStudentMarkdown)
