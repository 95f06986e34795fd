-- CreateTable
CREATE TABLE "signed_receipt" (
    "submission_id" UUID NOT NULL,
    "receipt" JSONB NOT NULL,
    "signature" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "signed_receipt_pkey" PRIMARY KEY ("submission_id")
);

-- AddForeignKey
ALTER TABLE "signed_receipt" ADD CONSTRAINT "signed_receipt_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON signed_receipt FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON signed_receipt EXECUTE FUNCTION refuse_change();
