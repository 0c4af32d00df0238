"use client";

import { MonitorIcon, MoonIcon, SunIcon } from "lucide-react";
import { useSyncExternalStore } from "react";

import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "./dropdown-menu";
import { IconButton } from "./icon-button";
import { parseTheme, themeCookie, themes, type Theme } from "./theme";

const labels = { system: "As the system", light: "Light", dark: "Dark" } as const satisfies Record<
  Theme,
  string
>;

const icons = {
  system: <MonitorIcon aria-hidden />,
  light: <SunIcon aria-hidden />,
  dark: <MoonIcon aria-hidden />,
} as const satisfies Record<Theme, unknown>;

const oneYearSeconds = 31_536_000;

export function ThemeToggle() {
  const theme = useSyncExternalStore(watchTheme, readTheme, () => "system" as const);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label="Theme" icon={icons[theme]} />
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuRadioGroup
          value={theme}
          onValueChange={(value) => applyTheme(parseTheme(value))}
        >
          {themes.map((option) => (
            <DropdownMenuRadioItem key={option} value={option}>
              {icons[option]}
              {labels[option]}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

// The attribute on <html> is the only copy of the choice in the page: there may be several toggles.
function readTheme(): Theme {
  return parseTheme(document.documentElement.dataset["theme"]);
}

function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

function applyTheme(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
}
