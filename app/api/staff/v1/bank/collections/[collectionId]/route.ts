import { mutation } from '../../../../../../../lib/http/route.ts'
import {
  changeCollection,
  changedCollection,
  collectionParams,
} from '../../../../../../../lib/questions/bank/collections.ts'

export const POST = mutation({ params: collectionParams, body: changedCollection }, ({ principal, params, body }) =>
  changeCollection(principal, params.collectionId, body),
)
