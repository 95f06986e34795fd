import { query } from '../../../db/query.ts'

/** What has been handed in, as one group of answers; gives its id. */
export async function plantGroup(examQuestionId: string, field: string): Promise<string> {
  const id = 'planted-group'
  await query(
    `INSERT INTO answer_group_member (submission_id, field, exam_question_id, group_id, computed_id, likeness)
     SELECT submission_id, field, exam_question_id, $3, $3, 1 FROM review_entry WHERE exam_question_id = $1 AND field = $2`,
    [examQuestionId, field, id],
  )
  await query(
    `INSERT INTO answer_group (exam_question_id, field, id, title, leader, alike)
     SELECT exam_question_id, field, group_id, '{"kind": "text", "text": "so"}', submission_id, 1
     FROM answer_group_member WHERE exam_question_id = $1 AND field = $2 LIMIT 1`,
    [examQuestionId, field],
  )
  return id
}
