"use client";

import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { Avatar } from "@/app/_components/avatar";
import { Button } from "@/app/_components/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/app/_components/dropdown-menu";
import { ThemeToggle } from "@/app/_components/theme-toggle";

/** Who is signed in, the theme, and the way out. */
export function UserMenu({ name, email }: { name: string; email: string }) {
  return (
    <div className="flex items-center justify-between gap-2">
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" className="min-w-0 shrink justify-start gap-2 overflow-hidden">
            <Avatar name={name} size="sm" />
            <span className="sr-only">Account of</span>
            <span className="truncate">{name}</span>
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuLabel>{email}</DropdownMenuLabel>
          <DropdownMenuSeparator />
          <DropdownMenuItem
            icon={<LogOut />}
            onSelect={() => void signOut({ callbackUrl: "/sign-in" })}
          >
            Sign out
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ThemeToggle />
    </div>
  );
}
