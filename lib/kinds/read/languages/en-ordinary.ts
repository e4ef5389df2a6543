/** Frequent English words, and such as stand a letter away from a term of some kind: never taken for misspelt. */
export const ENGLISH_ORDINARY: readonly string[] = `
  a about above actually after again all along already always am an and another any are around
  as at away back bang bank be because been being best better bit bond book both bring but by
  call can cant change close come cost could create date day design did different do does done
  dont each early easy else enough even ever every everything feel few find fine finger first
  for from gave get gift girl give go going good great had hand hands happy hard has have he
  head hello help her here hers high him his hold home hope how however i if im in into is it
  its just keep kind know large last later least let lets like line little look looking looks
  lot love made make many may maybe me mean might mine more most much must my need never new
  next nice no not nothing now of off often ok okay old on once one only or other others our
  out over part people place please point price put quite rather read really right same say
  see send set shall she should show shown side since small so some something soon sorry stand
  start stay still stop store story such sure take tell test than thank thanks that the their
  them then there these they thing things think this those though time to today tomorrow too
  top toward try turn two under until up us use using very want wanted was way we wear wearing
  weather well went were what when where which while white who why wife will wish with woman
  won wonder work world would year years yes yet you your
`
  .trim()
  .split(/\s+/);
