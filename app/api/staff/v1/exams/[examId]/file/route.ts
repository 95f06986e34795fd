import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { examFile } from '../../../../../../../lib/exams/file/exam-file.ts'
import { answerText } from '../../../../../../../lib/http/answer.ts'
import { reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: examParams }, async ({ principal, params }) => {
  const { name, text } = await examFile(principal, params.examId)
  return answerText(name, text)
})
