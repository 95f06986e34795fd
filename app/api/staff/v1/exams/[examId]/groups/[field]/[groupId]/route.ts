import { reading } from '../../../../../../../../../lib/http/route.ts'
import { answerGroup } from '../../../../../../../../../lib/review/groups/answer-group.ts'
import { groupParams } from '../../../../../../../../../lib/review/groups/group-params.ts'

export const GET = reading({ params: groupParams }, ({ principal, params, request }) =>
  answerGroup(principal, params, new URL(request.url).searchParams.get('from') ?? '0'),
)
