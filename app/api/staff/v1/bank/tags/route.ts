import { mutation } from '../../../../../../lib/http/route.ts'
import { changeTags, tagsBody } from '../../../../../../lib/questions/bank/change-tags.ts'

export const POST = mutation({ body: tagsBody }, ({ principal, body }) => changeTags(principal, body))
