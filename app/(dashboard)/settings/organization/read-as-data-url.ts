/** A file as a `data:` address in base64; null when it cannot be read. */
export async function readAsDataUrl(file: File): Promise<string | null> {
  const reader = new FileReader();
  return await new Promise((resolve) => {
    reader.addEventListener("loadend", () =>
      resolve(typeof reader.result === "string" ? reader.result : null),
    );
    reader.readAsDataURL(file);
  });
}
