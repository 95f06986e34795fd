import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'
import { generalPool } from './pool.ts'
import { processWide } from './process-wide.ts'

/** The typed client, over the general pool. */
export const database = processWide('prisma', () => new PrismaClient({ adapter: new PrismaPg(generalPool()) }))
