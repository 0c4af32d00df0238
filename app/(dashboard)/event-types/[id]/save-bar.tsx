"use client";

import { Button } from "@/app/_components/button";
import { FormError } from "@/app/_components/form-error";
import { fieldPlaces } from "./editor-fields";
import type { EditorState } from "./use-editor";

const labels = Object.fromEntries(
  Object.entries(fieldPlaces).map(([field, { label }]) => [field, label]),
);

/** At the foot of the window while something is not saved. */
export function SaveBar({ editor }: { editor: EditorState }) {
  const { isDirty, pending, failure, wrongTabs } = editor;
  return (
    <>
      <output className="sr-only">{isDirty ? "There are unsaved changes" : ""}</output>
      {isDirty && (
        <div className="sticky bottom-0 z-20 -mx-4 mt-6 animate-fade-in sm:mx-0 sm:pb-4">
          <div className="grid gap-3 border-t border-line bg-raised px-4 py-3 shadow-md sm:rounded-lg sm:border">
            <FormError error={failure} labels={labels} />
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <p className="text-base font-medium">
                {wrongTabs.size === 0 ? "Unsaved changes" : "Something needs your attention"}
              </p>
              <div className="ml-auto flex gap-2">
                <Button onClick={editor.discard} disabled={pending}>
                  Discard
                </Button>
                <Button type="submit" variant="primary" loading={pending}>
                  Save changes
                </Button>
              </div>
            </div>
          </div>
        </div>
      )}
    </>
  );
}
