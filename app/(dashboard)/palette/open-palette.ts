"use client";

import { createContext, useContext } from "react";

export const OpenPalette = createContext<() => void>(() => {});

/** Opens the command palette that stands around the dashboard's pages. */
export const useOpenPalette = () => useContext(OpenPalette);
