/**
 * Every route of the API, loaded for the document: a route registers itself when its module
 * loads. A test walks app/api and fails when one is missing here.
 */
import "../../blob/[...key]/route.ts";
import "../../health/route.ts";
import "../../metrics/route.ts";
import "../../route.ts";
import "../health/ready/route.ts";
import "../jobs/[id]/cancel/route.ts";
import "../status/jobs/[id]/progress/route.ts";
import "../status/jobs/[id]/stream/route.ts";
import "../status/tasks/[id]/route.ts";
import "../status/tasks/[id]/stream/route.ts";
import "../tasks/[id]/retry/route.ts";
