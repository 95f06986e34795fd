/** Why a file is not read at all; a whole sentence. */
export class RefusedFile extends Error {}
