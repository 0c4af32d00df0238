import { fetchRest } from "@/server/rest-fetch";

export { fetchRest as GET, fetchRest as HEAD, fetchRest as OPTIONS };
