import { reading } from '../../../../../lib/http/route.ts'
import { searchBank } from '../../../../../lib/questions/bank/search-bank.ts'
import { searchInAddress } from '../../../../../lib/questions/bank/search-body.ts'

export const GET = reading({}, ({ principal, request }) =>
  searchBank(principal, searchInAddress(new URL(request.url).searchParams)),
)
