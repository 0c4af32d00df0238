// Made by `npm run generate`: change what it is made from.
export interface paths {
    "/v1/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List activity
         * @description What happened in the organization, newest first: every change leaves one entry, written together with the change itself, and no entry is ever altered or deleted. The live and the test side have logs of their own; what concerns the organization itself is in the live one.
         */
        get: operations["listActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description The organization's keys, newest first, revoked ones included. A test key sees test keys only; a live key sees both. The keys themselves are never shown again.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description Makes a key for the live or the test side. The full key is returned only once, in this answer. A key cannot hand out more than it has: a test key makes test keys only, and the new key's scopes, end and addresses must lie within those of the calling key, else the answer is `forbidden`. So a calling key without `*` must say `scopes`, one that expires `expires_at`, and one bound to addresses `allowed_ips`.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description The key fails authentication from its next request on, everywhere. Revoking a revoked key is fine.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an API key
         * @description Makes a new key with the same name, description, scopes, addresses and end; it is returned in full only once, in this answer. The old key works beside it for `grace_minutes`, but no longer than it would have. A key may rotate itself, and others that can do no more than it can (else `forbidden`). A revoked, expired or already rotated key is a `conflict`: of several calls at once, one gets the new key.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the requests of an API key
         * @description What was asked with a key in the last 30 days, newest first. A request appears some seconds after its answer; what was refused with 401 was no key's request and does not.
         */
        get: operations["listApiKeyRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List available slots
         * @description The slots that start on the civil dates `start` to `end` (at most 31 days) in `timezone`. A slot is listed exactly when it can be booked: the same function answers here, in booking and in rescheduling.
         */
        get: operations["listAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types/{id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get availability rules
         * @description The weekly windows and date overrides that say when an event type can be booked.
         */
        get: operations["getAvailabilityRules"];
        /**
         * Replace availability rules
         * @description Puts these weekly windows and date overrides in place of all there were. Windows of a day may touch but not overlap. Times are wall-clock times in `timezone` on every date, also where clocks change.
         */
        put: operations["replaceAvailabilityRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List bookings
         * @description The bookings of the key's organization and mode, the latest start first unless `order` says otherwise.
         */
        get: operations["listBookings"];
        put?: never;
        /**
         * Create a booking
         * @description Books a slot that GET /v1/availability lists. Without a key this is what a public booking page does. Of any number of callers for one place, exactly one gets it; the others get 409.
         */
        post: operations["createBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a booking
         * @description With a key, or with the booking's `cancel_token` as `?token=`.
         */
        get: operations["getBooking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a booking
         * @description With a key, or by the invitee with `?token=` until the booking begins. Cancelling again returns the booking as it stands.
         */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reschedule a booking
         * @description Moves a booking in place: same id and token; its own present time is free for it. With a key, or by the invitee with `?token=` until the booking begins.
         */
        post: operations["rescheduleBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a booking to another host
         * @description At the same time; of a group session all its bookings go. The member need not be a host of the event type, but must not be booked then. It is told by mail, and is no `booking.rescheduled`.
         */
        post: operations["reassignBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List calendars
         * @description The calendars that members have connected, newest first; never what lets Astrocal into them. A test key sees none: test mode touches no calendar.
         */
        get: operations["listCalendars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a calendar
         * @description With how its last synchronization went.
         */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        /**
         * Disconnect a calendar
         * @description Its busy times no longer count, bookings are no longer written into it, and what let Astrocal in is forgotten, and revoked where the provider allows it. Events already written stay.
         */
        delete: operations["disconnectCalendar"];
        options?: never;
        head?: never;
        /**
         * Choose an account's calendars
         * @description Which of the account's calendars close slots, and which one receives the member's bookings. Bookings ahead move there.
         */
        patch: operations["updateCalendar"];
        trace?: never;
    };
    "/v1/calendars/google/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connect Google Calendar
         * @description Begins to connect a Google account. Send the person's browser to the address returned; it comes back to `redirect_uri` with `calendar_id`, or with `error`, in its query. Only with a live key, on a server that is registered with the provider.
         */
        get: operations["connectGoogleCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/microsoft/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connect Microsoft 365
         * @description Begins to connect a Microsoft account. Send the person's browser to the address returned; it comes back to `redirect_uri` with `calendar_id`, or with `error`, in its query. Only with a live key, on a server that is registered with the provider.
         */
        get: operations["connectMicrosoftCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/caldav": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect a CalDAV account
         * @description iCloud, Fastmail, Nextcloud or any server that speaks CalDAV. The account is let in and its calendars are found before it is kept. From then on its busy times close slots, and, where none of the member's accounts did so before, it receives their bookings. Connecting an account again renews its password. Only with a live key.
         */
        post: operations["connectCaldavCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect a calendar feed
         * @description A calendar that is published as an iCalendar file: its busy times close slots, and nothing is written into it. Only with a live key.
         */
        post: operations["connectCalendarFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/{id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a calendar now
         * @description Asks the account whether it lets Astrocal in and which calendars it has. What came of it is in `sync_status`.
         */
        post: operations["refreshCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List event types
         * @description The event types of the key's organization and mode, newest first.
         */
        get: operations["listEventTypes"];
        put?: never;
        /**
         * Create an event type
         * @description The new type is open Monday to Friday, 09:00 to 17:00 in the organization's time zone, until its availability is set.
         */
        post: operations["createEventType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an event type
         * @description With a key: any event type of its organization and mode. Without one: active live event types only.
         */
        get: operations["getEventType"];
        put?: never;
        post?: never;
        /**
         * Delete an event type
         * @description It can no longer be seen or booked, and its slug is free again. Its bookings stay.
         */
        delete: operations["deleteEventType"];
        options?: never;
        head?: never;
        /**
         * Update an event type
         * @description Changes the fields given. Bookings already made keep their time and buffers.
         */
        patch: operations["updateEventType"];
        trace?: never;
    };
    "/v1/public/event-types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a public event type
         * @description What anyone may see: active live event types, whatever key is sent along.
         */
        get: operations["getPublicEventType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health check
         * @description 200 while the process runs, saying which dependencies are up; with `ready=true`, 503 unless it can serve.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I
         * @description The organization, mode, scopes and limits of the key that asks: any valid key may. Good for checking a key before using it.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types/{id}/hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List hosts
         * @description Who may be given bookings of an event type, who was added last first. Without any the organization's owner hosts it.
         */
        get: operations["listHosts"];
        put?: never;
        /**
         * Add a host
         * @description A slot is offered when any host is free; `assignment_strategy` says who of them is given the booking.
         */
        post: operations["addHost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types/{id}/hosts/{host_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a host
         * @description Bookings they have stay theirs.
         */
        delete: operations["removeHost"];
        options?: never;
        head?: never;
        /**
         * Change a host's priority
         * @description Counts where the event type's strategy is `priority`.
         */
        patch: operations["updateHost"];
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members
         * @description The organization's people, who came last first. They are the same for live and test keys.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member
         * @description From the next request on they see nothing of the organization, and the API keys they made are revoked. They host nothing new; bookings with them stay until they are reassigned (`GET /v1/bookings?assigned_host_id=`). Only with a live key.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Change a member's role
         * @description Makes a member an admin, or an admin a member. Ownership is handed over in the dashboard. Only with a live key.
         */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/v1/member-schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a member's hours
         * @description Their own weekly hours and days off. Only with a live key.
         */
        get: operations["getMemberSchedule"];
        /**
         * Replace a member's hours
         * @description Puts these weekly hours and days off in place of their own. A time is offered with them only where it lies within the event type's hours and theirs. Bookings made stay as they are. Only with a live key.
         */
        put: operations["replaceMemberSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invitations
         * @description Those that wait for an answer, newest first.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite a member
         * @description Mails a link that is good for a week. Inviting an address again ends the link of before. Only with a live key.
         */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an invitation back
         * @description Its link ends. Only with a live key.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/test-clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the test clock
         * @description The time of the test side. Only with a test key.
         */
        get: operations["getTestClock"];
        put?: never;
        /**
         * Move the test clock
         * @description Moves the time of the test side ahead, to `now` or by `advance_minutes`: availability, minimum notice, booking window and what an invitee may still change follow at once, so that months pass in seconds. From there it goes on as real time does. It never goes back, but to the real time by DELETE. Only with a test key.
         */
        post: operations["moveTestClock"];
        /**
         * Return to the real time
         * @description Ends the test side's own time. Only with a test key.
         */
        delete: operations["resetTestClock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get usage and limits
         * @description What the organization's plan allows and what is used of it, counted for the live and the test side apart: API calls of today, bookings of this month (UTC). A limit is null where the plan sets none. Calls count within a second of being answered. Asking does not count as a call.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Summarize usage
         * @description API calls and bookings of the last 7 or 30 days (UTC), today included, in all and by day, and what there is of event types, calendars and webhooks. Asking does not count as a call.
         */
        get: operations["summarizeUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List waitlist entries
         * @description Who waits, or waited, newest first.
         */
        get: operations["listWaitlist"];
        put?: never;
        /**
         * Join a waitlist
         * @description Waits for a place of an event type whose waitlist is enabled: at a certain `start_time`, or any. When a booking is cancelled or moved away, or more is offered than before (other hours, hosts, limits), the freed place is held for the head of the line whom it fits, for 24 hours, but never past its start; they are mailed a link to claim it, and it counts as booked meanwhile.
         */
        post: operations["joinWaitlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a waitlist entry
         * @description With its present place in the line.
         */
        get: operations["getWaitlistEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave a waitlist
         * @description With a key, or by the guest with `?token=`. A place that was held for them is offered to the next. Doing it again changes nothing.
         */
        post: operations["cancelWaitlistEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim a place that is held
         * @description Makes a booking of the place that is held for a promoted entry until `expires_at`. With a key, or by the guest with `?token=`, and with answers to the event type's questions as in a booking. It counts towards the month's bookings.
         */
        post: operations["claimWaitlistPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks
         * @description The endpoints of the key's organization and mode, newest first.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Create a webhook
         * @description The signing secret is returned only once, in this answer. There may be 100 endpoints in each mode. A delivery is a POST of `{id, event, data, created_at, is_test}`. `X-Astrocal-Signature` is the hex HMAC-SHA256 of the raw body, keyed by the whole secret; `webhook-id`, `webhook-timestamp` and `webhook-signature` are those of Standard Webhooks. Any 2xx within 10 seconds succeeds; redirects are not followed. It is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h (± 20 %). Deliveries come at least once: tell repetitions by `webhook-id`. An answer of 410, or five days of nothing but failures, turns the endpoint off.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a webhook
         * @description Without its secret, which only its creation and rotation show.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description Nothing is sent to it any more, and its deliveries can no longer be seen.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Update a webhook
         * @description Changes the fields given. What is still to be sent goes to the new address. Turned off, it is sent nothing new, and what was still to be sent fails; turned on, past failures are forgotten.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a webhook's secret
         * @description The new secret is returned only once, in this answer. For 24 hours `webhook-signature` bears a signature by each secret, a space between; `X-Astrocal-Signature` is by the new one at once.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a sample
         * @description Sends made-up data, with an id of its own and `is_test: true`, to the endpoint, active or not. Returns the delivery, which is sent at once; ask for the endpoint's deliveries to see what came of it.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries
         * @description What was sent to an endpoint, or is still to be, newest first; kept for 90 days.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries/{delivery_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a delivery
         * @description Sends it again at once, whatever came of it before, with the same `webhook-id`. Returns the delivery as it then stands: `pending`.
         */
        post: operations["retryWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay failed deliveries
         * @description Sends all failed deliveries again that were made since an instant: what an endpoint missed while it was down.
         */
        post: operations["replayWebhookDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActivityEntry: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            action: "organization.created" | "organization.updated" | "organization.tier_changed" | "organization.ownership_transferred" | "member.invited" | "member.invitation_revoked" | "member.joined" | "member.role_changed" | "member.schedule_updated" | "member.removed" | "test_clock.moved" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "event_type.created" | "event_type.updated" | "event_type.deleted" | "event_type.availability_updated" | "event_type.host_added" | "event_type.host_updated" | "event_type.host_removed" | "booking.created" | "booking.cancelled" | "booking.rescheduled" | "booking.reassigned" | "waitlist.joined" | "waitlist.promoted" | "waitlist.expired" | "waitlist.cancelled" | "user.password_changed" | "email.sent_again" | "calendar.connected" | "calendar.reconnected" | "calendar.updated" | "calendar.refreshed" | "calendar.disconnected" | "calendar.needs_reconnect" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.secret_rotated" | "webhook.tested" | "webhook.delivery_retried" | "webhook.replayed" | "webhook.disabled";
            /** @description Who did it. */
            actor: {
                /** @enum {string} */
                type: "user" | "api_key" | "service" | "invitee" | "system";
                /** Format: uuid */
                id: string | null;
                name: string;
            };
            /** @enum {string} */
            resource_type: "organization" | "api_key" | "event_type" | "booking" | "user" | "webhook" | "email" | "member" | "invitation" | "waitlist_entry" | "calendar";
            /** Format: uuid */
            resource_id: string;
            /** @description What happened, in a sentence for people. */
            summary: string;
            /** @description Each field that changed, with its values before and after. */
            changes: {
                [key: string]: {
                    before: unknown;
                    after: unknown;
                };
            } | null;
            ip_address: string | null;
            /** @description `X-Request-Id` of the call that did it. */
            request_id: string | null;
            is_test: boolean;
            /** Format: date-time */
            created_at: string;
        };
        Booking: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organization_id: string;
            /** Format: uuid */
            event_type_id: string;
            calendar_connection_id: string | null;
            assigned_host: {
                /** Format: uuid */
                member_id: string;
                name: string;
                email: string;
            } | null;
            /** @enum {string} */
            status: "confirmed" | "cancelled" | "rescheduled" | "pending_payment";
            is_test: boolean;
            /** Format: date-time */
            start_time: string;
            /** Format: date-time */
            end_time: string;
            invitee_name: string;
            invitee_email: string;
            invitee_timezone: string;
            attendee_count: number;
            attendees: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                timezone: string;
                is_primary: boolean;
            }[];
            notes: string | null;
            answers: {
                [key: string]: string | boolean;
            };
            /** @description Lets its holder move and cancel this booking; null for callers who hold it already. */
            cancel_token: string | null;
            /** @description Of the event it has in its host's calendar; null where it has none (yet). */
            calendar_event_id: string | null;
            /** @description `moved`, `deleted`: the host moved that event, or deleted it or made it free. It is left so, and the booking stands. */
            calendar_event_status: ("written" | "moved" | "deleted") | null;
            meeting_url: string | null;
            location: string | null;
            metadata: {
                [key: string]: string;
            };
            cancelled_at: string | null;
            cancel_reason: string | null;
            rescheduled_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        Calendar: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Whose calendar it is.
             */
            member_id: string;
            /** @enum {string} */
            provider: "google" | "microsoft" | "caldav" | "ics";
            /** @description Which of the account's calendars receives the member's bookings; null: none. */
            calendar_id: string | null;
            /** @description Who signs in there; of a feed its host. */
            account_email: string | null;
            /** Format: date-time */
            connected_at: string;
            /**
             * @description `needs_reconnect`: the account no longer lets Astrocal in. Until it is connected again its member counts as busy.
             * @enum {string}
             */
            status: "connected" | "needs_reconnect";
            /** @description When it was last read or written. */
            last_sync_at: string | null;
            /**
             * @description `failing`: it cannot be read now, so its member counts as busy.
             * @enum {string}
             */
            sync_status: "pending" | "ok" | "failing";
            /** @description Why, in a sentence. */
            sync_error: string | null;
            provider_metadata: {
                /** @description Of CalDAV. */
                server_url: string | null;
                calendars: {
                    /** @description What the provider calls it. */
                    id: string;
                    name: string;
                    /** @description Whether bookings can be written into it. */
                    is_writable: boolean;
                    /** @description Whether its busy times close slots. */
                    is_busy: boolean;
                }[];
            };
        };
        EventType: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organization_id: string;
            title: string;
            slug: string;
            description: string | null;
            /** @description Zone of the rules, overrides, caps and booking window; set with the rules. */
            timezone: string;
            duration_minutes: number;
            duration_options: number[] | null;
            buffer_before_minutes: number;
            buffer_after_minutes: number;
            minimum_notice_minutes: number;
            booking_window_days: number | null;
            slot_interval_minutes: number | null;
            max_attendees: number;
            booking_cap: number | null;
            booking_cap_period: ("daily" | "weekly" | "monthly" | "total") | null;
            waitlist_enabled: boolean;
            waitlist_max_size: number | null;
            price_amount: number | null;
            price_currency: string;
            reminder_intervals: number[];
            color: string;
            conferencing_provider: ("zoom" | "google_meet" | "microsoft_teams" | "custom" | "in_person") | null;
            location: string | null;
            /** @enum {string} */
            assignment_strategy: "round_robin" | "least_booked" | "priority";
            questions: {
                id: string;
                label: string;
                /** @enum {string} */
                type: "text" | "textarea" | "select" | "checkbox" | "phone" | "url";
                required: boolean;
                /** @description The choices of a `select`. */
                options?: string[];
            }[];
            active: boolean;
            is_test: boolean;
            /** @description The hosted booking page. */
            booking_url: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        Host: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            event_type_id: string;
            /** Format: uuid */
            member_id: string;
            member_name: string;
            member_email: string;
            priority: number;
            /** @description Bookings of this event type with them that were not cancelled. */
            total_bookings: number;
            /** @description When they were last given one of this event type. */
            last_booking_at: string | null;
            /** @description Whether a calendar of theirs is connected. */
            has_calendar: boolean;
            /** Format: date-time */
            created_at: string;
        };
        Member: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            user_id: string;
            name: string;
            email: string;
            /**
             * @description `owner`, `admin` or `member`; there is one owner.
             * @enum {string}
             */
            role: "owner" | "admin" | "member";
            /** @description Of how many event types they are a host. */
            event_types_hosted: number;
            /** Format: date-time */
            created_at: string;
        };
        MemberSchedule: {
            /** Format: uuid */
            member_id: string;
            timezone: string;
            /** @description Null: no weekly hours of their own. */
            rules: {
                /** @description Wall-clock time, HH:MM:SS; 24:00:00 only as an end. */
                start_time: string;
                /** @description Wall-clock time, HH:MM:SS; 24:00:00 only as an end. */
                end_time: string;
                day_of_week: number;
            }[] | null;
            overrides: {
                /** Format: date */
                date: string;
                windows: {
                    /** @description Wall-clock time, HH:MM:SS; 24:00:00 only as an end. */
                    start_time: string;
                    /** @description Wall-clock time, HH:MM:SS; 24:00:00 only as an end. */
                    end_time: string;
                }[];
            }[];
        };
        Invitation: {
            /** Format: uuid */
            id: string;
            email: string;
            /** @enum {string} */
            role: "admin" | "member";
            invited_by: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            created_at: string;
        };
        Usage: {
            /** @enum {string} */
            tier: "free" | "launch" | "grow" | "scale";
            limits: {
                api_calls_per_minute: number | null;
                api_calls_per_day: number | null;
                bookings_per_month: number | null;
            };
            usage: {
                api_calls_today: number;
                api_calls_remaining_daily: number | null;
                bookings_this_month: number;
                bookings_remaining_monthly: number | null;
            };
            reset_at: {
                /**
                 * Format: date-time
                 * @description The next midnight (UTC).
                 */
                daily: string;
                /**
                 * Format: date-time
                 * @description The first midnight (UTC) of the next month.
                 */
                monthly: string;
            };
        };
        UsageSummary: {
            /** @enum {string} */
            period: "7d" | "30d";
            /**
             * Format: date-time
             * @description Midnight (UTC) at which the first day begins.
             */
            period_start: string;
            /**
             * Format: date-time
             * @description When it was counted.
             */
            period_end: string;
            api_calls: {
                total: number;
            };
            /** @description Bookings made in the period, by their present status. */
            bookings: {
                total: number;
                confirmed: number;
                cancelled: number;
                pending_payment: number;
            };
            /** @description As of now. */
            event_types: {
                total: number;
                active: number;
            };
            /** @description As of now. */
            calendar_connections: {
                total: number;
                active: number;
            };
            webhooks: {
                total_deliveries: number;
                successful: number;
                failed: number;
            };
            /** @description Every day (UTC) of the period, the oldest first. */
            daily: {
                /** Format: date */
                date: string;
                api_calls: number;
                /** @description Calls refused with 429; they are no `api_calls`. */
                rate_limited: number;
                bookings: number;
            }[];
        };
        WaitlistEntry: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            event_type_id: string;
            /**
             * @description `waiting`; `promoted`: a place is held until `expires_at`, or was claimed (`booking_id`); `expired`; `cancelled`.
             * @enum {string}
             */
            status: "waiting" | "promoted" | "expired" | "cancelled";
            /** @description Place in the line, 1 for the head; null once not waiting. */
            position: number | null;
            invitee_name: string;
            invitee_email: string;
            invitee_timezone: string;
            notes: string | null;
            /** @description The start of the place that is held, or, while waiting, the one that is waited for. */
            start_time: string | null;
            /** @description The booking that a promoted entry was claimed as. */
            booking_id: string | null;
            /** @description For keys and who joined: leaves the line, and claims the place. */
            cancel_token: string | null;
            /** @description Until when the place is held. */
            expires_at: string | null;
            /** Format: date-time */
            created_at: string;
        };
        Error: {
            error: {
                /** @enum {string} */
                code: "validation_error" | "bad_request" | "unauthorized" | "forbidden" | "quota_exceeded" | "not_found" | "method_not_allowed" | "conflict" | "idempotency_in_progress" | "payload_too_large" | "unsupported_media_type" | "idempotency_mismatch" | "rate_limit_exceeded" | "internal_error" | "service_unavailable";
                /** @description What happened and what to do, for people. */
                message: string;
                /** @description Field path → what is wrong with it. */
                details?: {
                    [key: string]: string;
                };
                /** @description The limit that was reached (`rate_limit_exceeded`, `quota_exceeded`). */
                limit?: number;
                /**
                 * @description Over which time the limit counts (`rate_limit_exceeded`).
                 * @enum {string}
                 */
                window?: "1m" | "24h";
                /**
                 * Format: date-time
                 * @description When counting starts anew (`rate_limit_exceeded`, `quota_exceeded`).
                 */
                reset_at?: string;
                /** @description Seconds to wait before trying again (`rate_limit_exceeded`, `idempotency_in_progress`). */
                retry_after?: number;
                /** @description The organization's plan, where it set the limit. */
                tier?: string;
                /** @description Quote it when you report a problem. */
                request_id: string;
                /**
                 * Format: uri
                 * @description What the code means, at length.
                 */
                doc_url: string;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listActivity: {
        parameters: {
            query?: {
                /** @description How many to return: 1 to 100, 20 when left out. */
                limit?: number;
                /** @description The `id` of the last row of the page before. */
                starting_after?: string;
                /** @description Only what happened in this way. */
                action?: "organization.created" | "organization.updated" | "organization.tier_changed" | "organization.ownership_transferred" | "member.invited" | "member.invitation_revoked" | "member.joined" | "member.role_changed" | "member.schedule_updated" | "member.removed" | "test_clock.moved" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "event_type.created" | "event_type.updated" | "event_type.deleted" | "event_type.availability_updated" | "event_type.host_added" | "event_type.host_updated" | "event_type.host_removed" | "booking.created" | "booking.cancelled" | "booking.rescheduled" | "booking.reassigned" | "waitlist.joined" | "waitlist.promoted" | "waitlist.expired" | "waitlist.cancelled" | "user.password_changed" | "email.sent_again" | "calendar.connected" | "calendar.reconnected" | "calendar.updated" | "calendar.refreshed" | "calendar.disconnected" | "calendar.needs_reconnect" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.secret_rotated" | "webhook.tested" | "webhook.delivery_retried" | "webhook.replayed" | "webhook.disabled";
                /** @description What happened to resources of this kind. */
                resource_type?: "organization" | "api_key" | "event_type" | "booking" | "user" | "webhook" | "email" | "member" | "invitation" | "waitlist_entry" | "calendar";
                /** @description What happened to one resource. */
                resource_id?: string;
                /** @description What was done by callers of this kind. */
                actor_type?: "user" | "api_key" | "service" | "invitee" | "system";
                /** @description What happened at or after this instant. */
                from?: string;
                /** @description What happened before this instant. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ActivityEntry"][];
                        /** @description Whether rows follow after the last of these. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description How many to return: 1 to 100, 20 when left out. */
                limit?: number;
                /** @description The `id` of the last row of the page before. */
                starting_after?: string;
                /** @description Only keys of this mode. */
                mode?: "live" | "test";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string | null;
                            /** @enum {string} */
                            mode: "live" | "test";
                            /** @description The first characters of the key: enough to recognise it. */
                            key_prefix: string;
                            /** @description `*`: everything the mode allows; else `bookings:write` and the like. */
                            scopes: string[];
                            /** @description When it stops working; null: never. */
                            expires_at: string | null;
                            /** @description CIDR blocks from which alone it may be used; empty: from anywhere. */
                            allowed_ips: string[];
                            /** @description Exact to the minute. */
                            last_used_at: string | null;
                            created_by: {
                                /** @enum {string} */
                                type: "user" | "api_key" | "service" | "invitee" | "system";
                                /** Format: uuid */
                                id: string | null;
                                name: string;
                            };
                            /** Format: date-time */
                            created_at: string;
                            revoked_at: string | null;
                        }[];
                        /** @description Whether rows follow after the last of these. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the key is for, as the list shows it. */
                    name: string;
                    /**
                     * @description Left out: the mode of the calling key.
                     * @enum {string}
                     */
                    mode?: "live" | "test";
                    description?: string | null;
                    /** @description What the key may do: `*`, everything its mode allows, or any of the others; `write` implies `read`. `*` when left out. Stored without what others of them imply. */
                    scopes?: ("*" | "event_types:read" | "event_types:write" | "bookings:read" | "bookings:write" | "calendars:read" | "calendars:write" | "webhooks:read" | "webhooks:write" | "api_keys:read" | "api_keys:write" | "members:read" | "members:write" | "usage:read" | "usage:write" | "activity:read" | "activity:write" | "waitlist:read" | "waitlist:write")[];
                    /** @description When the key stops working, to the instant; at most 10 years ahead. Never when null or left out. */
                    expires_at?: string | null;
                    /** @description Network addresses and CIDR blocks, IPv4 or IPv6, from which alone the key may be used. From anywhere when empty or left out. */
                    allowed_ips?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        description: string | null;
                        /** @enum {string} */
                        mode: "live" | "test";
                        /** @description The first characters of the key: enough to recognise it. */
                        key_prefix: string;
                        /** @description `*`: everything the mode allows; else `bookings:write` and the like. */
                        scopes: string[];
                        /** @description When it stops working; null: never. */
                        expires_at: string | null;
                        /** @description CIDR blocks from which alone it may be used; empty: from anywhere. */
                        allowed_ips: string[];
                        /** @description Exact to the minute. */
                        last_used_at: string | null;
                        created_by: {
                            /** @enum {string} */
                            type: "user" | "api_key" | "service" | "invitee" | "system";
                            /** Format: uuid */
                            id: string | null;
                            name: string;
                        };
                        /** Format: date-time */
                        created_at: string;
                        revoked_at: string | null;
                        /** @description The full key. It is never shown again: store it now. */
                        key: string;
                    };
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the API key. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the API key. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description For how long the old key works beside the new one: 0 to 10080 minutes, 60 when left out; 0 revokes it at once. */
                    grace_minutes?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        description: string | null;
                        /** @enum {string} */
                        mode: "live" | "test";
                        /** @description The first characters of the key: enough to recognise it. */
                        key_prefix: string;
                        /** @description `*`: everything the mode allows; else `bookings:write` and the like. */
                        scopes: string[];
                        /** @description When it stops working; null: never. */
                        expires_at: string | null;
                        /** @description CIDR blocks from which alone it may be used; empty: from anywhere. */
                        allowed_ips: string[];
                        /** @description Exact to the minute. */
                        last_used_at: string | null;
                        created_by: {
                            /** @enum {string} */
                            type: "user" | "api_key" | "service" | "invitee" | "system";
                            /** Format: uuid */
                            id: string | null;
                            name: string;
                        };
                        /** Format: date-time */
                        created_at: string;
                        revoked_at: string | null;
                        /** @description The full key. It is never shown again: store it now. */
                        key: string;
                    };
                };
            };
        };
    };
    listApiKeyRequests: {
        parameters: {
            query?: {
                /** @description How many to return: 1 to 100, 20 when left out. */
                limit?: number;
                /** @description The `id` of the last row of the page before. */
                starting_after?: string;
                /** @description Only requests that were refused (`4xx`) or failed (`5xx`). */
                status?: "4xx" | "5xx";
            };
            header?: never;
            path: {
                /** @description Id of the API key. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            method: string;
                            /** @description Without the query string. */
                            path: string;
                            status: number;
                            duration_ms: number;
                            ip_address: string | null;
                            /** @description The answer's `X-Request-Id`. */
                            request_id: string;
                            /** Format: date-time */
                            created_at: string;
                        }[];
                        /** @description Whether rows follow after the last of these. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    listAvailability: {
        parameters: {
            query: {
                /** @description What is to be booked. */
                event_type_id: string;
                /** @description First civil date, in `timezone`. */
                start: string;
                /** @description Last civil date, included; at most 31 days with `start`. */
                end: string;
                /** @description Zone in which `start` and `end` are dates; left out: the event type's. It never changes which instants are offered. */
                timezone?: string;
                /** @description One of the event type's durations, in minutes. */
                duration?: number;
                /** @description `true`, with a key: say of every other time of the grid why it is not offered. */
                explain?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        event_type_id: string;
                        timezone: string;
                        /** Format: date */
                        start: string;
                        /** Format: date */
                        end: string;
                        /** @description Every slot listed can be booked, and none that is not. */
                        slots: {
                            /** Format: date-time */
                            start_time: string;
                            /** Format: date-time */
                            end_time: string;
                            spots_remaining: number;
                            total_capacity: number;
                            capped: boolean;
                            waitlist_available: boolean;
                            waitlist_position: number | null;
                        }[];
                        /** @description Whether the booking cap withholds slots in this range. */
                        capped: boolean;
                        /** @description Whether one can wait for a place (`POST /v1/waitlist`): it is enabled, and has room. */
                        waitlist_available: boolean;
                        /** @description The place in the line that one would have. */
                        waitlist_position: number | null;
                        /** @description With `explain=true`: each time of the grid that is not offered, and why. Null otherwise. */
                        explanations: {
                            /** Format: date-time */
                            start_time: string;
                            /** @enum {string} */
                            reason: "booked" | "buffer" | "host_hours" | "external_calendar" | "calendar_unreachable" | "minimum_notice" | "booking_window" | "cap" | "past" | "override" | "no_host" | "not_on_grid";
                        }[] | null;
                    };
                };
            };
        };
    };
    getAvailabilityRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the event type. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        event_type_id: string;
                        timezone: string;
                        rules: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            event_type_id: string;
                            day_of_week: number;
                            /** @description Wall-clock time, HH:MM:SS; 24:00:00 only as an end. */
                            start_time: string;
                            /** @description Wall-clock time, HH:MM:SS; 24:00:00 only as an end. */
                            end_time: string;
                            /** Format: date-time */
                            created_at: string;
                        }[];
                        overrides: {
                            /** Format: date */
                            date: string;
                            windows: {
                                /** @description Wall-clock time, HH:MM:SS; 24:00:00 only as an end. */
                                start_time: string;
                                /** @description Wall-clock time, HH:MM:SS; 24:00:00 only as an end. */
                                end_time: string;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    replaceAvailabilityRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the event type. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    timezone: string;
                    /** @description The weekly windows; none: closed but for the overrides. */
                    rules: {
                        day_of_week: number;
                        start_time: string;
                        end_time: string;
                    }[];
                    /** @description Left out: none. */
                    overrides?: {
                        /** Format: date */
                        date: string;
                        /** @description The windows of that date instead of the weekly ones; none: closed. */
                        windows: {
                            start_time: string;
                            end_time: string;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        event_type_id: string;
                        timezone: string;
                        rules: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            event_type_id: string;
                            day_of_week: number;
                            /** @description Wall-clock time, HH:MM:SS; 24:00:00 only as an end. */
                            start_time: string;
                            /** @description Wall-clock time, HH:MM:SS; 24:00:00 only as an end. */
                            end_time: string;
                            /** Format: date-time */
                            created_at: string;
                        }[];
                        overrides: {
                            /** Format: date */
                            date: string;
                            windows: {
                                /** @description Wall-clock time, HH:MM:SS; 24:00:00 only as an end. */
                                start_time: string;
                                /** @description Wall-clock time, HH:MM:SS; 24:00:00 only as an end. */
                                end_time: string;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    listBookings: {
        parameters: {
            query?: {
                /** @description How many to return: 1 to 100, 20 when left out. */
                limit?: number;
                /** @description The `id` of the last row of the page before. */
                starting_after?: string;
                /** @description Only bookings of this status. */
                status?: "confirmed" | "cancelled" | "rescheduled" | "pending_payment";
                /** @description Only bookings of this event type. */
                event_type_id?: string;
                /** @description Only bookings of this host: a member's id. */
                assigned_host_id?: string;
                /** @description Only bookings of this primary contact. */
                invitee_email?: string;
                /** @description Bookings that start at or after this instant. */
                from?: string;
                /** @description Bookings that start before this instant. */
                to?: string;
                /** @description By start: `asc` the soonest first, `desc` (when left out) the latest first. */
                order?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Booking"][];
                        /** @description Whether rows follow after the last of these. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    createBooking: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    event_type_id: string;
                    /**
                     * Format: date-time
                     * @description Start of a slot that GET /v1/availability lists.
                     */
                    start_time: string;
                    invitee_name?: string;
                    /** Format: email */
                    invitee_email?: string;
                    invitee_timezone?: string;
                    /** @description For group events, instead of the invitee fields: the party, the first being the primary contact. */
                    attendees?: {
                        name: string;
                        /** Format: email */
                        email: string;
                        /** @description Left out: the event type's. */
                        timezone?: string;
                    }[];
                    /** @description One of the event type's durations, in minutes. */
                    duration?: number;
                    notes?: string | null;
                    /** @description Answers to the event type's questions, by question id. */
                    answers?: {
                        [key: string]: string | boolean;
                    };
                    /** @description At most 50 pairs of text of your own. */
                    metadata?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
        };
    };
    getBooking: {
        parameters: {
            query?: {
                /** @description The booking's `cancel_token`, instead of a key. */
                token?: string;
            };
            header?: never;
            path: {
                /** @description Id of the booking. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
        };
    };
    cancelBooking: {
        parameters: {
            query?: {
                /** @description The booking's `cancel_token`, instead of a key. */
                token?: string;
            };
            header?: never;
            path: {
                /** @description Id of the booking. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
        };
    };
    rescheduleBooking: {
        parameters: {
            query?: {
                /** @description The booking's `cancel_token`, instead of a key. */
                token?: string;
            };
            header?: never;
            path: {
                /** @description Id of the booking. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    new_start_time: string;
                    reason?: string | null;
                    /** @description In minutes; left out: the booked duration. */
                    duration?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
        };
    };
    reassignBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the booking. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Who takes it: a member of the organization.
                     */
                    member_id: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
        };
    };
    listCalendars: {
        parameters: {
            query?: {
                /** @description How many to return: 1 to 100, 20 when left out. */
                limit?: number;
                /** @description The `id` of the last row of the page before. */
                starting_after?: string;
                /** @description Only this member's. */
                member_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Calendar"][];
                        /** @description Whether rows follow after the last of these. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the calendar. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
        };
    };
    disconnectCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the calendar. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the calendar. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Which of the account's calendars receives the member's bookings; the member's other accounts then receive none. Null: none of this account. */
                    calendar_id?: string | null;
                    /** @description Whose busy times close slots; the others are not read. */
                    busy_calendar_ids?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
        };
    };
    connectGoogleCalendar: {
        parameters: {
            query: {
                /** @description Whose calendar it is: a member of the organization. Left out: the signed-in person, or with a key the owner. */
                member_id?: string;
                /** @description Where the browser goes afterwards, with `calendar_id` or `error` in its query: an https address, or of this server. */
                redirect_uri: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where to send the person's browser. Good for ten minutes. */
                        authorization_url: string;
                    };
                };
            };
        };
    };
    connectMicrosoftCalendar: {
        parameters: {
            query: {
                /** @description Whose calendar it is: a member of the organization. Left out: the signed-in person, or with a key the owner. */
                member_id?: string;
                /** @description Where the browser goes afterwards, with `calendar_id` or `error` in its query: an https address, or of this server. */
                redirect_uri: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where to send the person's browser. Good for ten minutes. */
                        authorization_url: string;
                    };
                };
            };
        };
    };
    connectCaldavCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Whose calendar it is: a member of the organization. Left out: the signed-in person, or with a key the owner.
                     */
                    member_id?: string;
                    /** @description An https address. */
                    server_url?: string;
                    /**
                     * @description Instead of `server_url`, which `nextcloud` needs besides: the installation's own.
                     * @enum {string}
                     */
                    preset?: "icloud" | "fastmail" | "nextcloud";
                    username: string;
                    /** @description Best an app password, which can be taken back. It is stored encrypted. */
                    password: string;
                    /** @description Which calendar receives bookings; left out: the first that can be written. */
                    calendar_url?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
        };
    };
    connectCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Whose calendar it is: a member of the organization. Left out: the signed-in person, or with a key the owner.
                     */
                    member_id?: string;
                    /** @description Where the feed is published: https or webcal. It is stored encrypted. */
                    url: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
        };
    };
    refreshCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the calendar. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
        };
    };
    listEventTypes: {
        parameters: {
            query?: {
                /** @description How many to return: 1 to 100, 20 when left out. */
                limit?: number;
                /** @description The `id` of the last row of the page before. */
                starting_after?: string;
                /** @description Only active ones, or only others. */
                active?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EventType"][];
                        /** @description Whether rows follow after the last of these. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    createEventType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @description Last part of the booking page's address; unique in the organization and mode. */
                    slug: string;
                    duration_minutes: number;
                    description?: string | null;
                    /** @description Durations an invitee may choose from; contains `duration_minutes`. */
                    duration_options?: number[] | null;
                    buffer_before_minutes?: number;
                    buffer_after_minutes?: number;
                    minimum_notice_minutes?: number;
                    /** @description How many days ahead can be booked, counted in the event type's zone; null: any. */
                    booking_window_days?: number | null;
                    /** @description Minutes from one slot's start to the next; null: duration and both buffers. */
                    slot_interval_minutes?: number | null;
                    /** @description Above 1: a group event, one session with several parties. */
                    max_attendees?: number;
                    booking_cap?: number | null;
                    booking_cap_period?: ("daily" | "weekly" | "monthly" | "total") | null;
                    waitlist_enabled?: boolean;
                    waitlist_max_size?: number | null;
                    /** @description In the currency's minor unit. */
                    price_amount?: number | null;
                    price_currency?: string;
                    /** @description Minutes before the start at which reminders are sent. */
                    reminder_intervals?: number[];
                    color?: string;
                    conferencing_provider?: ("zoom" | "google_meet" | "microsoft_teams" | "custom" | "in_person") | null;
                    location?: string | null;
                    /** @enum {string} */
                    assignment_strategy?: "round_robin" | "least_booked" | "priority";
                    questions?: {
                        id: string;
                        label: string;
                        /** @enum {string} */
                        type: "text" | "textarea" | "select" | "checkbox" | "phone" | "url";
                        required: boolean;
                        /** @description The choices of a `select`. */
                        options?: string[];
                    }[];
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
        };
    };
    getEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the event type. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
        };
    };
    deleteEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the event type. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the event type. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    title?: string;
                    /** @description Last part of the booking page's address; unique in the organization and mode. */
                    slug?: string;
                    description?: string | null;
                    duration_minutes?: number;
                    /** @description Durations an invitee may choose from; contains `duration_minutes`. */
                    duration_options?: number[] | null;
                    buffer_before_minutes?: number;
                    buffer_after_minutes?: number;
                    minimum_notice_minutes?: number;
                    /** @description How many days ahead can be booked, counted in the event type's zone; null: any. */
                    booking_window_days?: number | null;
                    /** @description Minutes from one slot's start to the next; null: duration and both buffers. */
                    slot_interval_minutes?: number | null;
                    /** @description Above 1: a group event, one session with several parties. */
                    max_attendees?: number;
                    booking_cap?: number | null;
                    booking_cap_period?: ("daily" | "weekly" | "monthly" | "total") | null;
                    waitlist_enabled?: boolean;
                    waitlist_max_size?: number | null;
                    /** @description In the currency's minor unit. */
                    price_amount?: number | null;
                    price_currency?: string;
                    /** @description Minutes before the start at which reminders are sent. */
                    reminder_intervals?: number[];
                    color?: string;
                    conferencing_provider?: ("zoom" | "google_meet" | "microsoft_teams" | "custom" | "in_person") | null;
                    location?: string | null;
                    /** @enum {string} */
                    assignment_strategy?: "round_robin" | "least_booked" | "priority";
                    questions?: {
                        id: string;
                        label: string;
                        /** @enum {string} */
                        type: "text" | "textarea" | "select" | "checkbox" | "phone" | "url";
                        required: boolean;
                        /** @description The choices of a `select`. */
                        options?: string[];
                    }[];
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
        };
    };
    getPublicEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the event type. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: {
                /** @description `true`: answer 503 unless requests can be served, for which the database is needed. */
                ready?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "degraded";
                        version: string;
                        dependencies: {
                            /** @enum {string} */
                            database: "up" | "down";
                            /**
                             * @description Where rate limits are counted. `down`: each process counts by itself until it is back; `embedded`: each does so always, no store is configured.
                             * @enum {string}
                             */
                            rate_limit_store: "up" | "down" | "embedded";
                        };
                        /** @description What is done beside the requests; null while the database is down. */
                        worker: {
                            /** @description Worker processes that live. */
                            running: number;
                            /** @description When one last said so. */
                            last_seen_at: string | null;
                            /** @description For how long what waits longest has been due: events, jobs, webhook deliveries and mail. `degraded` from a minute on. */
                            waiting_seconds: number;
                        } | null;
                    };
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "api_key" | "service";
                        organization: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            timezone: string;
                            /** @enum {string} */
                            tier: "free" | "launch" | "grow" | "scale";
                        };
                        /** @enum {string} */
                        mode: "live" | "test";
                        is_test: boolean;
                        /** @description The calling key; null for a service key. */
                        key: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @description The first characters of the key: enough to recognise it. */
                            key_prefix: string;
                            /** @description `*`: everything the mode allows; else `bookings:write` and the like. */
                            scopes: string[];
                            /** @description When it stops working; null: never. */
                            expires_at: string | null;
                            /** @description CIDR blocks from which alone it may be used; empty: from anywhere. */
                            allowed_ips: string[];
                        } | null;
                        /** @description What the caller may do; `*`: everything. */
                        scopes: string[];
                        /** @description Of the organization's plan, for each mode; null: no limit. They bind API keys. */
                        limits: {
                            api_calls_per_minute: number | null;
                            api_calls_per_day: number | null;
                            bookings_per_month: number | null;
                        };
                    };
                };
            };
        };
    };
    listHosts: {
        parameters: {
            query?: {
                /** @description How many to return: 1 to 100, 20 when left out. */
                limit?: number;
                /** @description The `id` of the last row of the page before. */
                starting_after?: string;
            };
            header?: never;
            path: {
                /** @description Id of the event type. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Host"][];
                        /** @description Whether rows follow after the last of these. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    addHost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the event type. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    member_id: string;
                    /** @description 0 when left out. */
                    priority?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Host"];
                };
            };
        };
    };
    removeHost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the host. */
                id: string;
                /** @description The host's id, or the member's. */
                host_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateHost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the host. */
                id: string;
                /** @description Id of the host. */
                host_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The lowest number comes first where the event type's strategy is `priority`. */
                    priority: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Host"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description How many to return: 1 to 100, 20 when left out. */
                limit?: number;
                /** @description The `id` of the last row of the page before. */
                starting_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Member"][];
                        /** @description Whether rows follow after the last of these. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the member. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the member. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "admin" | "member";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    getMemberSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the member. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberSchedule"];
                };
            };
        };
    };
    replaceMemberSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the member. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In whose wall-clock times the hours are. */
                    timezone: string;
                    /** @description Weekly windows outside which they host nothing; null: none of their own, so those of the event types they host. */
                    rules: {
                        day_of_week: number;
                        start_time: string;
                        end_time: string;
                    }[] | null;
                    /** @description Dates with other hours, or without windows: a day off. Left out: none. */
                    overrides?: {
                        /** Format: date */
                        date: string;
                        /** @description The windows of that date instead of the weekly ones; none: closed. */
                        windows: {
                            start_time: string;
                            end_time: string;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberSchedule"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description How many to return: 1 to 100, 20 when left out. */
                limit?: number;
                /** @description The `id` of the last row of the page before. */
                starting_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Invitation"][];
                        /** @description Whether rows follow after the last of these. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "admin" | "member";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        email: string;
                        /** @enum {string} */
                        role: "admin" | "member";
                        invited_by: string;
                        /** Format: date-time */
                        expires_at: string;
                        /** Format: date-time */
                        created_at: string;
                        /** @description Where the invited person accepts. It is mailed to them, and never shown again. */
                        url: string;
                    };
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the invitation. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getTestClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description The time of the test side. It goes on from there as real time does.
                         */
                        now: string;
                        /** @description Whether that is the real time. */
                        is_real: boolean;
                        /** @description By how many minutes it is ahead of the real time. */
                        ahead_minutes: number;
                    };
                };
            };
        };
    };
    moveTestClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description The test side's new time; not before its present one.
                     */
                    now?: string;
                    /** @description By how much to move the test side's time ahead. */
                    advance_minutes?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description The time of the test side. It goes on from there as real time does.
                         */
                        now: string;
                        /** @description Whether that is the real time. */
                        is_real: boolean;
                        /** @description By how many minutes it is ahead of the real time. */
                        ahead_minutes: number;
                    };
                };
            };
        };
    };
    resetTestClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
        };
    };
    summarizeUsage: {
        parameters: {
            query?: {
                /** @description How many days (UTC), today included; `30d` when left out. */
                period?: "7d" | "30d";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageSummary"];
                };
            };
        };
    };
    listWaitlist: {
        parameters: {
            query?: {
                /** @description How many to return: 1 to 100, 20 when left out. */
                limit?: number;
                /** @description The `id` of the last row of the page before. */
                starting_after?: string;
                /** @description Only who waits for this event type. */
                event_type_id?: string;
                /** @description Only entries of this status. */
                status?: "waiting" | "promoted" | "expired" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WaitlistEntry"][];
                        /** @description Whether rows follow after the last of these. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    joinWaitlist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    event_type_id: string;
                    invitee_name: string;
                    /** Format: email */
                    invitee_email: string;
                    invitee_timezone: string;
                    /** @description The start that is waited for; any when null or left out. */
                    start_time?: string | null;
                    /** @description One of the event type's durations; any when null or left out. */
                    duration_minutes?: number | null;
                    notes?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntry"];
                };
            };
        };
    };
    getWaitlistEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the waitlist entry. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntry"];
                };
            };
        };
    };
    cancelWaitlistEntry: {
        parameters: {
            query?: {
                /** @description The entry's `cancel_token`, instead of a key. */
                token?: string;
            };
            header?: never;
            path: {
                /** @description Id of the waitlist entry. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntry"];
                };
            };
        };
    };
    claimWaitlistPlace: {
        parameters: {
            query?: {
                /** @description The entry's `cancel_token`, instead of a key. */
                token?: string;
            };
            header?: never;
            path: {
                /** @description Id of the waitlist entry. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Answers to the event type's questions, by question id. */
                    answers?: {
                        [key: string]: string | boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description How many to return: 1 to 100, 20 when left out. */
                limit?: number;
                /** @description The `id` of the last row of the page before. */
                starting_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            organization_id: string;
                            url: string;
                            events: ("booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired")[];
                            active: boolean;
                            description: string | null;
                            is_test: boolean;
                            /** @description Why Astrocal turned it off: `gone`, it answered 410; `failing`, five days of nothing but failures. Null otherwise; setting `active` clears it. */
                            disabled_reason: ("gone" | "failing") | null;
                            /** @description Until when the secret before the last rotation signs too. */
                            previous_secret_expires_at: string | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                        }[];
                        /** @description Whether rows follow after the last of these. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Where events are sent: a public https address on port 443, without user name and fragment. */
                    url: string;
                    /** @description What the endpoint is told of. */
                    events: ("booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired")[];
                    /** @description Whether new events are sent to it. */
                    active?: boolean;
                    description?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organization_id: string;
                        url: string;
                        events: ("booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired")[];
                        active: boolean;
                        description: string | null;
                        is_test: boolean;
                        /** @description Why Astrocal turned it off: `gone`, it answered 410; `failing`, five days of nothing but failures. Null otherwise; setting `active` clears it. */
                        disabled_reason: ("gone" | "failing") | null;
                        /** @description Until when the secret before the last rotation signs too. */
                        previous_secret_expires_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        /** @description Signs every delivery. It is never shown again: store it now. */
                        secret: string;
                    };
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organization_id: string;
                        url: string;
                        events: ("booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired")[];
                        active: boolean;
                        description: string | null;
                        is_test: boolean;
                        /** @description Why Astrocal turned it off: `gone`, it answered 410; `failing`, five days of nothing but failures. Null otherwise; setting `active` clears it. */
                        disabled_reason: ("gone" | "failing") | null;
                        /** @description Until when the secret before the last rotation signs too. */
                        previous_secret_expires_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                    };
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Where events are sent: a public https address on port 443, without user name and fragment. */
                    url?: string;
                    /** @description What the endpoint is told of. */
                    events?: ("booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired")[];
                    /** @description Whether new events are sent to it. */
                    active?: boolean;
                    description?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organization_id: string;
                        url: string;
                        events: ("booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired")[];
                        active: boolean;
                        description: string | null;
                        is_test: boolean;
                        /** @description Why Astrocal turned it off: `gone`, it answered 410; `failing`, five days of nothing but failures. Null otherwise; setting `active` clears it. */
                        disabled_reason: ("gone" | "failing") | null;
                        /** @description Until when the secret before the last rotation signs too. */
                        previous_secret_expires_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                    };
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organization_id: string;
                        url: string;
                        events: ("booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired")[];
                        active: boolean;
                        description: string | null;
                        is_test: boolean;
                        /** @description Why Astrocal turned it off: `gone`, it answered 410; `failing`, five days of nothing but failures. Null otherwise; setting `active` clears it. */
                        disabled_reason: ("gone" | "failing") | null;
                        /** @description Until when the secret before the last rotation signs too. */
                        previous_secret_expires_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        /** @description Signs every delivery. It is never shown again: store it now. */
                        secret: string;
                    };
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Of what: the first of the endpoint's own events when left out.
                     * @enum {string}
                     */
                    event?: "booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        webhook_endpoint_id: string;
                        /** @enum {string} */
                        event_type: "booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired";
                        payload: {
                            /**
                             * Format: uuid
                             * @description The event's id: equal in every attempt, and in `webhook-id`.
                             */
                            id: string;
                            /** @enum {string} */
                            event: "booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired";
                            /** @description The booking (or waitlist entry) as `GET` returns it, when the delivery was written. `cancel_token` is always null: a webhook carries no secrets. */
                            data: {
                                [key: string]: unknown;
                            };
                            /**
                             * Format: date-time
                             * @description When it happened.
                             */
                            created_at: string;
                            /** @description Of the test side, or a sample. */
                            is_test: boolean;
                        };
                        /** @enum {string} */
                        status: "pending" | "success" | "failed";
                        attempts: number;
                        last_attempt_at: string | null;
                        /** @description Of the last attempt; null without an answer. */
                        response_status_code: number | null;
                        /** @description The first 4 KiB of it. */
                        response_body: string | null;
                        /** @description Of the last attempt. */
                        duration_ms: number | null;
                        /** @description When it is tried next, while it is pending. */
                        next_retry_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                    };
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description How many to return: 1 to 100, 20 when left out. */
                limit?: number;
                /** @description The `id` of the last row of the page before. */
                starting_after?: string;
                /** @description Only deliveries of this status. */
                status?: "pending" | "success" | "failed";
                /** @description Only deliveries of this event. */
                event_type?: "booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired";
            };
            header?: never;
            path: {
                /** @description Id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            webhook_endpoint_id: string;
                            /** @enum {string} */
                            event_type: "booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired";
                            payload: {
                                /**
                                 * Format: uuid
                                 * @description The event's id: equal in every attempt, and in `webhook-id`.
                                 */
                                id: string;
                                /** @enum {string} */
                                event: "booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired";
                                /** @description The booking (or waitlist entry) as `GET` returns it, when the delivery was written. `cancel_token` is always null: a webhook carries no secrets. */
                                data: {
                                    [key: string]: unknown;
                                };
                                /**
                                 * Format: date-time
                                 * @description When it happened.
                                 */
                                created_at: string;
                                /** @description Of the test side, or a sample. */
                                is_test: boolean;
                            };
                            /** @enum {string} */
                            status: "pending" | "success" | "failed";
                            attempts: number;
                            last_attempt_at: string | null;
                            /** @description Of the last attempt; null without an answer. */
                            response_status_code: number | null;
                            /** @description The first 4 KiB of it. */
                            response_body: string | null;
                            /** @description Of the last attempt. */
                            duration_ms: number | null;
                            /** @description When it is tried next, while it is pending. */
                            next_retry_at: string | null;
                            /** Format: date-time */
                            created_at: string;
                        }[];
                        /** @description Whether rows follow after the last of these. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    retryWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook delivery. */
                id: string;
                /** @description Id of the webhook delivery. */
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        webhook_endpoint_id: string;
                        /** @enum {string} */
                        event_type: "booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired";
                        payload: {
                            /**
                             * Format: uuid
                             * @description The event's id: equal in every attempt, and in `webhook-id`.
                             */
                            id: string;
                            /** @enum {string} */
                            event: "booking.created" | "booking.confirmed" | "booking.cancelled" | "booking.rescheduled" | "waitlist.promoted" | "waitlist.expired";
                            /** @description The booking (or waitlist entry) as `GET` returns it, when the delivery was written. `cancel_token` is always null: a webhook carries no secrets. */
                            data: {
                                [key: string]: unknown;
                            };
                            /**
                             * Format: date-time
                             * @description When it happened.
                             */
                            created_at: string;
                            /** @description Of the test side, or a sample. */
                            is_test: boolean;
                        };
                        /** @enum {string} */
                        status: "pending" | "success" | "failed";
                        attempts: number;
                        last_attempt_at: string | null;
                        /** @description Of the last attempt; null without an answer. */
                        response_status_code: number | null;
                        /** @description The first 4 KiB of it. */
                        response_body: string | null;
                        /** @description Of the last attempt. */
                        duration_ms: number | null;
                        /** @description When it is tried next, while it is pending. */
                        next_retry_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                    };
                };
            };
        };
    };
    replayWebhookDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Deliveries that were made at this instant or later.
                     */
                    since: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many failed deliveries are tried again. */
                        replayed: number;
                    };
                };
            };
        };
    };
}
