/** What is bound to keys besides the pages of the sidebar (navigation.tsx). */
export const commandKeys = { palette: "mod+k", newEventType: "c", help: "?" } as const;
