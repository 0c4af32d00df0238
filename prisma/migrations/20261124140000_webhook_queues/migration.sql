-- By hand: what waits for each endpoint, so that a worker finds the endpoints with something due without reading any
-- endpoint's backlog.
CREATE INDEX "webhook_deliveries_queues_idx" ON "webhook_deliveries"("endpoint_id", "next_attempt_at") WHERE "status" = 'pending';
