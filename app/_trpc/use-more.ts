"use client";

import { useState } from "react";
import { type PageError, pageError } from "./error";

type Page<Row> = { data: Row[]; has_more: boolean };

/**
 * A list whose first page the server rendered, and the pages after it that were asked for since. A new first page
 * (after a change, or another filter) begins anew.
 * @param fetchAfter brings the page after the row with this id
 */
export function useMore<Row extends { id: string }>(
  first: Page<Row>,
  fetchAfter: (id: string) => Promise<Page<Row>>,
) {
  const [start, setStart] = useState(first);
  const [further, setFurther] = useState<Page<Row>[]>([]);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<PageError | null>(null);
  if (start !== first) {
    setStart(first);
    setFurther([]);
    setError(null);
  }
  const pages = [first, ...further];
  const rows = pages.flatMap((page) => page.data);
  const last = pages.at(-1) ?? first;

  async function load() {
    const cursor = rows.at(-1);
    if (cursor === undefined || loading) return;
    setLoading(true);
    setError(null);
    try {
      const next = await fetchAfter(cursor.id);
      setFurther([...further, next]);
    } catch (failure) {
      setError(pageError(failure));
    }
    setLoading(false);
  }

  return { rows, hasMore: last.has_more, loading, error, load: () => void load() };
}
