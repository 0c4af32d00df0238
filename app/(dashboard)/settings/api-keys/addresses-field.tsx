"use client";

import { LocateFixed } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { Textarea } from "@/app/_components/textarea";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import { addressesIn, withAddress } from "./addresses";

type Props = {
  onChange: (addresses: string[]) => void;
  error: string | undefined;
};

/** From where alone the key may be used. */
export function AddressesField({ onChange, error }: Props) {
  const client = useTrpcClient();
  const area = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState("");
  const [looking, setLooking] = useState(false);
  const [problem, setProblem] = useState<string>();

  function type(text: string) {
    setTyped(text);
    setProblem(undefined);
    onChange(addressesIn(text));
  }

  async function addOwn() {
    setLooking(true);
    try {
      const { ip_address: address } = await client.apiKeys.callerAddress.query();
      if (address === null) setProblem("Your address is not known here. Type it instead.");
      // Typing goes on while the server is asked.
      else type(withAddress(area.current?.value ?? typed, address));
    } catch (failure) {
      setProblem(pageError(failure).message);
    }
    setLooking(false);
  }

  return (
    <div className="grid gap-2">
      <Field
        label="Allowed addresses"
        name="allowed_ips"
        hint="Network addresses or CIDR blocks, one a line. Left empty, the key works from anywhere."
        error={problem ?? error}
        optional
      >
        <Textarea
          ref={area}
          value={typed}
          onChange={(event) => type(event.target.value)}
          rows={2}
          placeholder="203.0.113.0/24"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          className="min-h-16 font-mono text-sm"
        />
      </Field>
      <Button
        size="sm"
        icon={<LocateFixed aria-hidden />}
        className="w-fit"
        loading={looking}
        onClick={() => void addOwn()}
      >
        Add my address
      </Button>
    </div>
  );
}
