import { gradeBody } from '../../../../../../lib/authoring/desk-requests.ts'
import { gradePreview } from '../../../../../../lib/authoring/grade-preview.ts'
import { mutation } from '../../../../../../lib/http/route.ts'

export const POST = mutation({ body: gradeBody }, ({ principal, body }) => gradePreview(principal, body))
