import { z } from 'zod'
import { startExam, startExamBody } from '../../../../../../../lib/exams/start-exam.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

const params = z.object({ courseId: z.uuid() })

export const POST = mutation({ params, body: startExamBody }, ({ principal, params, body }) =>
  startExam(principal, params.courseId, body),
)
