import { searchBank } from '../../../questions/bank/search-bank.ts'
import { staffAnywhere } from '../gives.ts'
import { row } from '../row.ts'

/** Which questions each of them finds there, `search-bank.test.ts` asks. */
export const bank = [row(searchBank, staffAnywhere, () => [{}], 'GET /api/staff/v1/bank')]
