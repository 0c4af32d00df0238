/** A tool for agents: an operation of the REST surface under a name that says what it is for. */
export type AgentTool = {
  name: string;
  title: string;
  /** As the OpenAPI document has it: description and input come from there. */
  operationId: string;
  /** What an agent must know besides. */
  advice: string;
  isReadOnly: boolean;
  isDestructive: boolean;
};

const reads = { isReadOnly: true, isDestructive: false };
const adds = { isReadOnly: false, isDestructive: false };
const changes = { isReadOnly: false, isDestructive: true };

/** The closed list of what agents can do (docs: "Agents (MCP)"). Keys, modes, scopes and limits are REST's own. */
export const agentTools: readonly AgentTool[] = [
  {
    name: "list_event_types",
    title: "List event types",
    operationId: "listEventTypes",
    advice: "Begin here: the other tools ask for an event type's id.",
    ...reads,
  },
  {
    name: "check_availability",
    title: "Check availability",
    operationId: "listAvailability",
    advice:
      "Give the person's own IANA time zone as `timezone`, and show the slots, which are instants in UTC, in that zone.",
    ...reads,
  },
  {
    name: "create_booking",
    title: "Create a booking",
    operationId: "createBooking",
    advice:
      "`start_time` must be one of check_availability. Ask the person for their name, e-mail and time zone; never make them up.",
    ...adds,
  },
  {
    name: "cancel_booking",
    title: "Cancel a booking",
    operationId: "cancelBooking",
    advice: "Be sure that the person wants it: invitee and host are told at once.",
    ...changes,
  },
  {
    name: "reschedule_booking",
    title: "Move a booking",
    operationId: "rescheduleBooking",
    advice: "`new_start_time` must be one of check_availability.",
    ...changes,
  },
  {
    name: "list_bookings",
    title: "List bookings",
    operationId: "listBookings",
    advice: "Newest start first; filter by `invitee_email` to find a person's.",
    ...reads,
  },
  {
    name: "join_waitlist",
    title: "Join a waitlist",
    operationId: "joinWaitlist",
    advice: "For an event type that is full, where check_availability says `waitlist_available`.",
    ...adds,
  },
  {
    name: "check_waitlist",
    title: "Check a waitlist entry",
    operationId: "getWaitlistEntry",
    advice: "`status` is promoted once a place is held, until `expires_at`.",
    ...reads,
  },
];
