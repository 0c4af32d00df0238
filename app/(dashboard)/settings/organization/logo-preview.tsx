import Image from "next/image";
import { cn } from "@/app/_components/cn";

type Props = { src: string | null; alt: string; onBroken: () => void };

/** Booking pages' own in either theme: the tokens of app/design.css are those of the theme that this page has. */
const grounds = [
  { label: "On light", look: "bg-white text-black" },
  { label: "On dark", look: "bg-[#14151a] text-white" },
] as const;

/** A logo on both grounds, as high as booking pages show it. */
export function LogoPreview({ src, alt, onBroken }: Props) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {grounds.map(({ label, look }) => (
        <figure key={label} className={cn("grid gap-3 rounded-md border border-line p-4", look)}>
          <div className="flex h-10 items-center">
            {src === null ? (
              <span className="text-base">No logo</span>
            ) : (
              // Served as it is: nothing of it is to be kept elsewhere once it is removed.
              <Image
                unoptimized
                src={src}
                alt={`${alt}, ${label.toLowerCase()}`}
                width={200}
                height={40}
                className="h-auto max-h-10 w-auto max-w-full"
                onError={onBroken}
              />
            )}
          </div>
          <figcaption className="text-sm">{label}</figcaption>
        </figure>
      ))}
    </div>
  );
}
