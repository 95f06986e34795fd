import { z } from 'zod'
import { importExam, importExamBody } from '../../../../../../../../lib/exams/file/import-exam.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'

const params = z.object({ courseId: z.uuid() })

export const POST = mutation({ params, body: importExamBody }, ({ principal, params, body }) =>
  importExam(principal, params.courseId, body),
)
