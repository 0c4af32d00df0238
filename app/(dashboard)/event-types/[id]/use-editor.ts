import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { type FieldErrors, useForm, useWatch } from "react-hook-form";
import { toast } from "sonner";
import { useTrpc, useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import type { AvailabilityRules } from "@/server/availability/schema";
import type { EventType } from "@/server/event-types/schema";
import {
  changedFields,
  EditorFields,
  fieldPlaces,
  fieldsOf,
  type Tab,
  tabs,
} from "./editor-fields";
import { type Hours, hoursHaveProblems, hoursOf, rulesOf } from "../../hours/week";

type Initial = { type: EventType; rules: AvailabilityRules; tab: Tab };

/** What is saved, what is changed, and how the one becomes the other. Two procedures save it: one a half. */
export function useEditor(initial: Initial) {
  const router = useRouter();
  const client = useTrpcClient();
  const queries = useQueryClient();
  const trpc = useTrpc();
  const [type, setType] = useState(initial.type);
  const [rules, setRules] = useState(initial.rules);
  const [hours, setHours] = useState(() => hoursOf(initial.rules));
  const [tab, setTab] = useState(initial.tab);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PageError | null>(null);
  const form = useForm({
    resolver: zodResolver(EditorFields),
    defaultValues: fieldsOf(initial.type),
    mode: "onTouched",
    shouldFocusError: false,
  });

  // Rendered again with every change; what is watched may be whole in parts only, the form's values are.
  useWatch({ control: form.control });
  const changes = changedFields(fieldsOf(type), form.getValues());
  const hoursChanged = JSON.stringify(hours) !== JSON.stringify(hoursOf(rules));

  /** Shows the tab of a field and goes to it. */
  function goTo(field: keyof EditorFields) {
    showTab(placeOf(field));
    setTimeout(() => form.setFocus(field));
  }

  // Asked of the address, not of the state: a click on a tab shows it twice, once by its focus.
  function showTab(next: Tab) {
    if (next !== tabOfAddress()) window.history.pushState(null, "", `?tab=${next}`);
    setTab(next);
  }

  // The browser's Back and Forward go from tab to tab, and what is not saved stays.
  useEffect(() => {
    const follow = () => setTab(tabOfAddress());
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);

  function refuse(errors: FieldErrors<EditorFields>) {
    const first = fieldNames.find((field) => errors[field] !== undefined);
    if (first !== undefined) goTo(first);
  }

  async function saveType(fields: EditorFields) {
    const changed = changedFields(fieldsOf(type), fields);
    if (Object.keys(changed).length === 0) return false;
    const saved = await client.eventTypes.update.mutate({ id: type.id, ...changed });
    setType(saved);
    form.reset(fieldsOf(saved));
    return true;
  }

  async function saveHours() {
    if (!hoursChanged) return false;
    const saved = await client.availability.replaceRules.mutate({ id: type.id, ...rulesOf(hours) });
    setRules(saved);
    setHours(hoursOf(saved));
    return true;
  }

  async function save(fields: EditorFields) {
    if (hoursHaveProblems(hours)) {
      showTab("availability");
      setTimeout(focusInvalid);
      return;
    }
    setPending(true);
    setFailure(null);
    let isStale = false;
    try {
      isStale = await saveType(fields);
      isStale = (await saveHours()) || isStale;
      toast.success("Changes saved");
      leaveBar();
    } catch (error) {
      const refused = pageError(error);
      // A refresh that cannot reach the server loads the page anew, and what was typed is gone with the old one.
      if (refused.code === "offline") isStale = false;
      const field = fieldNames.find((each) => refused.details?.[each] !== undefined);
      if (field === undefined) setFailure(refused);
      else {
        // A lost conflict says so in a sentence of its own; a refused value is described by its detail.
        const isConflict = refused.code === "conflict";
        form.setError(field, {
          message: isConflict ? refused.message : (refused.details?.[field] ?? refused.message),
        });
        goTo(field);
      }
    }
    setPending(false);
    if (!isStale) return;
    // Also after half a success: the first half may have changed what is free.
    void queries.invalidateQueries(trpc.availability.list.queryFilter());
    router.refresh();
  }

  function discard() {
    leaveBar();
    form.reset(fieldsOf(type));
    setHours(hoursOf(rules));
    setFailure(null);
  }

  const isDirty = hoursChanged || Object.keys(changes).length > 0;
  const submit = form.handleSubmit(save, refuse);
  return {
    form,
    type,
    rules,
    hours,
    setHours: (next: Hours) => setHours(next),
    tab,
    showTab,
    pending,
    failure,
    isDirty,
    dirtyTabs: new Set<Tab>([
      ...(hoursChanged ? (["availability"] as const) : []),
      ...fieldNames.filter((field) => field in changes).map(placeOf),
    ]),
    wrongTabs: new Set<Tab>([
      ...(hoursHaveProblems(hours) ? (["availability"] as const) : []),
      ...fieldNames.filter((field) => form.formState.errors[field] !== undefined).map(placeOf),
    ]),
    save: () => {
      if (isDirty && !pending) void submit();
    },
    discard,
  };
}

export type EditorState = ReturnType<typeof useEditor>;
export type EditorForm = EditorState["form"];

function tabOfAddress(): Tab {
  const asked = new URLSearchParams(window.location.search).get("tab");
  return tabs.find((tab) => tab === asked) ?? "basics";
}

const fieldNames = EditorFields.keyof().options;
const placeOf = (field: keyof EditorFields): Tab => fieldPlaces[field].tab;

/** The bar goes away with the button that was pressed: focus moves on to the tab. */
function leaveBar() {
  const panel = document.querySelector('[role="tabpanel"][data-state="active"]');
  if (panel instanceof HTMLElement) panel.focus({ preventScroll: true });
}

function focusInvalid() {
  const wrong = document.querySelector('[role="tabpanel"] [aria-invalid="true"]');
  if (wrong instanceof HTMLElement) wrong.focus();
}
