type Props = { url: string | null; organization: string };

/** Whose page it is, as a picture; nothing where there is none. */
export function Logo({ url, organization }: Props) {
  if (url === null) return null;
  // Its place is there before it is, so that nothing jumps.
  return (
    <picture>
      <img src={url} alt={organization} className="h-10 w-50 object-contain object-left" />
    </picture>
  );
}
