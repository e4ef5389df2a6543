/**
 * Every route of the API, loaded for the document: a route registers itself when its module
 * loads. A test walks app/api and fails when one is missing here.
 */
import "../../blob/[...key]/route.ts";
import "../../health/route.ts";
import "../../metrics/route.ts";
import "../../route.ts";
import "../ateliers/[id]/route.ts";
import "../ateliers/route.ts";
import "../batches/[id]/route.ts";
import "../batches/route.ts";
import "../chat/route.ts";
import "../conversations/[id]/route.ts";
import "../conversations/[id]/stop/route.ts";
import "../conversations/[id]/stream/route.ts";
import "../conversations/route.ts";
import "../designs/[id]/drawing.svg/route.ts";
import "../designs/[id]/compare/route.ts";
import "../designs/[id]/revert/route.ts";
import "../designs/[id]/size-run/route.ts";
import "../designs/[id]/solve/route.ts";
import "../designs/[id]/revisions/route.ts";
import "../designs/[id]/route.ts";
import "../designs/route.ts";
import "../download/[jobId]/[filename]/route.ts";
import "../download/[jobId]/all/route.ts";
import "../download/[jobId]/archive/route.ts";
import "../generate/2d/route.ts";
import "../generate/3d/route.ts";
import "../generate/route.ts";
import "../health/ready/route.ts";
import "../images/[id]/raster/route.ts";
import "../images/[id]/route.ts";
import "../images/route.ts";
import "../jobs/[id]/cancel/route.ts";
import "../kinds/route.ts";
import "../status/jobs/[id]/progress/route.ts";
import "../status/jobs/[id]/stream/route.ts";
import "../status/stream/[id]/route.ts";
import "../status/tasks/[id]/route.ts";
import "../status/tasks/[id]/stream/route.ts";
import "../tasks/[id]/mask/route.ts";
import "../tasks/[id]/retry/route.ts";
import "../upload/batch/route.ts";
import "../upload/route.ts";
