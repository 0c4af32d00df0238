import { serveLogo } from "@/server/organizations/inbound";

type Params = { params: Promise<{ organizationId: string; hash: string }> };

export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { organizationId, hash } = await params;
  return await serveLogo(organizationId, hash);
}
