-- Photographs and PDF put on a field. What is saved of a page is a response like any other; here is what it looks like.

CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "store" TEXT NOT NULL,
    "camera_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "upload_attempt_id_idx" ON "upload"("attempt_id");
ALTER TABLE "upload" ADD CONSTRAINT "upload_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "upload_image" (
    "upload_id" UUID NOT NULL,
    "sheet" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "upload_image_pkey" PRIMARY KEY ("upload_id","sheet")
);
ALTER TABLE "upload_image" ADD CONSTRAINT "upload_image_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The bytes, where they are kept in this database.
CREATE TABLE "upload_blob" (
    "key" TEXT NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "upload_blob_pkey" PRIMARY KEY ("key")
);
-- JPEG is packed already
ALTER TABLE upload_blob ALTER COLUMN data SET STORAGE EXTERNAL;

-- What staff drew on a page: everything of one person on it, in versions; everybody's newest is shown.
CREATE TABLE "upload_annotation" (
    "upload_id" UUID NOT NULL,
    "sheet" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "marks" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "upload_annotation_pkey" PRIMARY KEY ("upload_id","sheet","person_id","version")
);
ALTER TABLE "upload_annotation" ADD CONSTRAINT "upload_annotation_upload_id_sheet_fkey" FOREIGN KEY ("upload_id", "sheet") REFERENCES "upload_image"("upload_id", "sheet") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "upload_annotation" ADD CONSTRAINT "upload_annotation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON upload FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON upload EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON upload_image FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON upload_image EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON upload_blob FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON upload_blob EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON upload_annotation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON upload_annotation EXECUTE FUNCTION refuse_change();

-- A telephone that may add pages to one field of one attempt, and nothing else. Address and device are kept as hashes.
CREATE TABLE "camera_link" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "attempt_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "device_hash" TEXT,
    "made_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "camera_link_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "camera_link_token_hash_key" ON "camera_link"("token_hash");
CREATE INDEX "camera_link_attempt_id_field_idx" ON "camera_link"("attempt_id", "field");
ALTER TABLE "camera_link" ADD CONSTRAINT "camera_link_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- NULL: telephones may add pages where neither networks nor Safe Exam Browser are asked for
ALTER TABLE "exam_access" ADD COLUMN "phone_camera" BOOLEAN;
