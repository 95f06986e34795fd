import { mutation } from '../../../../../../../../lib/http/route.ts'
import { moveBody, moveInCollection } from '../../../../../../../../lib/questions/bank/collection-order.ts'
import { collectionParams } from '../../../../../../../../lib/questions/bank/collections.ts'

export const POST = mutation({ params: collectionParams, body: moveBody }, ({ principal, params, body }) =>
  moveInCollection(principal, params.collectionId, body),
)
