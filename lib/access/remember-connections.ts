import { rememberConnections } from './connection.ts'

rememberConnections()
